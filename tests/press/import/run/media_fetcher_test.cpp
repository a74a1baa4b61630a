// Fetching media, from a server of the test's own.
#include "press/import/run/media_fetcher.h"

#include <doctest/doctest.h>
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "press/base/files.h"
#include "press/import/imported_paper.h"
#include "press/import/run/import_sources.h"
#include "press/scratch_folder.h"

using namespace broadsheet;
using namespace broadsheet::press;
using test::has;
using test::ScratchFolder;

namespace fs = std::filesystem;

namespace {

const std::string picture = "\xFF\xD8\xFF" + std::string(100'000, 'x');

class OldSite {
  public:
    OldSite() {
        server_.Get(R"(/wp-content/uploads/(.+))",
                    [&](const auto& request, auto& response) { answer(request, response); });
        port_ = server_.bind_to_any_port("127.0.0.1");
        thread_ = std::thread([&] { server_.listen_after_bind(); });
    }
    ~OldSite() {
        server_.stop();
        thread_.join();
    }

    std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }
    std::string address(const std::string& name) const {
        return address() + "/wp-content/uploads/" + name;
    }

    std::atomic<int> requests = 0;
    std::atomic<int> most_at_a_time = 0;
    std::string range;  // of the last request

  private:
    void answer(const httplib::Request& request, httplib::Response& response) {
        const int now = ++at_a_time_;
        most_at_a_time = std::max(most_at_a_time.load(), now);
        const int number = ++requests;
        const std::string name = request.matches[1];
        {
            const std::lock_guard lock(mutex_);
            range = request.get_header_value("Range");
        }
        if (name.starts_with("slow")) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (name == "gone.jpg") {
            response.status = 404;
            response.set_content("<html>Not found</html>", "text/html");
        } else if (name == "page.jpg") {
            response.set_content("<!DOCTYPE html><html></html>", "text/html");
        } else if (name == "busy.jpg" && number == 1) {
            response.status = 429;
            response.set_header("Retry-After", "0");
        } else if (name == "broken.jpg") {
            response.status = 500;
        } else if (name == "photo-300x200.jpg" || name == "only-small-10x10.jpg" ||
                   !original_is_gone(name)) {
            response.set_content(picture, "image/jpeg");
        } else {
            response.status = 404;
        }
        --at_a_time_;
    }

    static bool original_is_gone(const std::string& name) { return name == "only-small.jpg"; }

    httplib::Server server_;
    std::thread thread_;
    std::mutex mutex_;
    std::atomic<int> at_a_time_ = 0;
    int port_ = 0;
};

FetchOptions quick() {
    FetchOptions options;
    options.pause = std::chrono::milliseconds(1);
    return options;
}

}  // namespace

TEST_CASE("files are fetched, a few at a time, and not again") {
    OldSite site;
    const ScratchFolder scratch;
    std::vector<FetchRequest> requests;
    requests.reserve(12);
    for (int i = 0; i < 12; ++i) {
        const std::string name = "slow-" + std::to_string(i) + ".jpg";
        requests.push_back({{{site.address(name), scratch.path() / "a" / name}}});
    }
    for (const FetchResult& each : fetch_files(requests, quick())) {
        CHECK(each.problem.empty());
        CHECK_FALSE(each.was_there);
    }
    CHECK(read_file(scratch.path() / "a/slow-3.jpg") == picture);
    CHECK_FALSE(fs::exists(scratch.path() / "a/slow-3.jpg.part"));
    CHECK(site.most_at_a_time <= 4);
    CHECK(site.most_at_a_time > 1);
    CHECK(site.requests == 12);
    for (const FetchResult& each : fetch_files(requests, quick())) CHECK(each.was_there);
    CHECK(site.requests == 12);
}

TEST_CASE("a file that was fetched in part is continued") {
    OldSite site;
    const ScratchFolder scratch;
    const fs::path file = scratch.path() / "a.jpg";
    std::ofstream(file.string() + ".part", std::ios::binary) << picture.substr(0, 40'000);
    const auto results = fetch_files({{{{site.address("a.jpg"), file}}}}, quick());
    CHECK(results[0].problem.empty());
    CHECK(site.range == "bytes=40000-");
    CHECK(read_file(file) == picture);

    // What is longer than the file is of another one.
    const fs::path other = scratch.path() / "b.jpg";
    std::ofstream(other.string() + ".part", std::ios::binary) << picture << "more";
    CHECK(fetch_files({{{{site.address("b.jpg"), other}}}}, quick())[0].problem.empty());
    CHECK(read_file(other) == picture);
}

TEST_CASE("failures are said, some after further tries") {
    OldSite site;
    const ScratchFolder scratch;
    const auto fetched = [&](const std::string& name) {
        return fetch_files({{{{site.address(name), scratch.path() / name}}}}, quick())[0].problem;
    };
    CHECK(fetched("busy.jpg").empty());
    CHECK(site.requests == 2);
    CHECK(fetched("gone.jpg") == "the server answered 404");
    CHECK(site.requests == 3);
    CHECK(fetched("broken.jpg") == "the server answered 500");
    CHECK(site.requests == 6);
    CHECK(has(fetched("page.jpg"), "something else"));
    CHECK_FALSE(fs::exists(scratch.path() / "page.jpg"));
    CHECK_FALSE(fs::exists(scratch.path() / "page.jpg.part"));
    const auto refused =
        fetch_files({{{{"file:///etc/hostname", scratch.path() / "c.txt"}}}}, quick());
    CHECK_FALSE(refused[0].problem.empty());
    CHECK_FALSE(fs::exists(scratch.path() / "c.txt"));
}

TEST_CASE("an import fetches originals, and what cannot be had keeps its address") {
    OldSite old;
    const ScratchFolder scratch;
    const auto image = [&](const std::string& name) {
        return "<img src=\"" + old.address(name) + "\" alt=\"\" />\n\n";
    };
    std::ofstream(scratch.path() / "export.xml")
        << "<?xml version=\"1.0\"?><rss><channel><title>Paper</title>"
           "<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>" +
               old.address() + "</wp:base_blog_url><item><title>One</title><link>" + old.address() +
               "/one/</link><wp:post_id>1</wp:post_id><wp:post_name>one</wp:post_name>"
               "<wp:post_date>2025-01-02 10:00:00</wp:post_date><wp:status>publish</wp:status>"
               "<wp:post_type>post</wp:post_type><content:encoded><![CDATA[" +
               image("photo-300x200.jpg") + image("photo-600x400.jpg") +
               image("only-small-10x10.jpg") + image("gone.jpg") +
               "]]></content:encoded></item></channel></rss>";
    ImportOptions options;
    options.source = find_import_source("wordpress");
    options.exports = {scratch.path() / "export.xml"};
    options.out = scratch.path() / "paper";
    options.fetch = true;
    options.fetching = quick();
    const ImportReport report = import_site(options);
    REQUIRE(report.ok());
    const std::string text = read_file(options.out / "articles/2025/01/one.md").value_or("");
    CHECK(has(text, "/wp-content/uploads/photo.jpg)"));
    CHECK(has(text, "/wp-content/uploads/only-small-10x10.jpg)"));
    CHECK(has(text, "(" + old.address("gone.jpg") + ")"));
    CHECK_FALSE(has(text, "photo-300x200"));
    CHECK(read_file(options.out / "static/wp-content/uploads/photo.jpg") == picture);
    CHECK(report.missing_media.size() == 1);
    CHECK(report.failed_media.at(old.address("gone.jpg")) == "the server answered 404");
    CHECK(report.made.at("media files fetched") == 2);
    // Imported again, nothing is fetched again but what failed.
    const int before = old.requests;
    import_site(options);
    CHECK(old.requests == before + 1);
}
