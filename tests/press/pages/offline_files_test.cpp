#include "press/pages/offline_files.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "press/scratch_folder.h"
#include "sample_publication.h"
#include "ui/phrases.h"

namespace broadsheet::press {

namespace {

const std::map<std::string, std::uint64_t> sizes = {
    {".nojekyll", 0},
    {"assets/font.1a2b3c4d.woff2", 20'000},
    {"assets/icon-192.9fc5c009.png", 900},
    {"assets/reader.0f13ab7b/boot.js", 2000},
    {"assets/site.js", 70},
    {"assets/theme.078125c4.css", 5000},
    {"bundle/e0000.3db37af4.json", 40'000},
    {"bundle/search/f0123456789.json", 300},
    {"feed.xml", 800},
    {"index.html", 9000},
    {"pictures/lake.jpg", 500'000},
    {"pictures/lake.jpg.192.webp", 5000},
    {"pictures/lake.jpg.720.webp", 60'000},
    {"pictures/plan.svg", 30},
    {"pictures/small.PNG", 700},
    {"pictures/x.320.webp", 40},  // not a copy: there is no "pictures/x"
};

}  // namespace

TEST_CASE("the list of files has what the reader needs, and the sum of pictures for each width") {
    const model::Publication publication = tests::sample_publication();
    const auto list = nlohmann::json::parse(offline_list(publication, sizes));
    CHECK(list["articles"] == publication.site.article_count);
    const model::Day& newest = publication.site.recent.front().date.day;
    CHECK(list["date"] == nlohmann::json({newest.year, newest.month, newest.day}));
    CHECK(list["files"] ==
          nlohmann::json({"assets/font.1a2b3c4d.woff2", 20'000, "assets/icon-192.9fc5c009.png", 900,
                          "assets/reader.0f13ab7b/boot.js", 2000, "assets/theme.078125c4.css", 5000,
                          "bundle/e0000.3db37af4.json", 40'000, "bundle/search/f0123456789.json",
                          300}));
    CHECK(list["pictures"] == nlohmann::json({192, 5740, 320, 60'740, 480, 60'740, 720, 60'740,
                                              1080, 500'740, 1440, 500'740, 1920, 500'740}));
}

TEST_CASE("a site without pictures and articles has a list too") {
    const auto list = nlohmann::json::parse(offline_list({}, {{"bundle/start.1.json", 2}}));
    CHECK(!list.contains("date"));
    CHECK(list["pictures"].empty());
    CHECK(list["files"].size() == 2);
}

TEST_CASE("the service worker begins with the files of the reader") {
    const test::ScratchFolder folder;
    folder.write("service-worker.js", "work(shell);\n");
    folder.write("service-worker-removal.js", "remove();\n");
    CHECK(service_worker(folder.path(), sizes) ==
          "const shell = {\"offline/\":0,\"assets/font.1a2b3c4d.woff2\":20000,"
          "\"assets/reader.0f13ab7b/boot.js\":2000,\"assets/theme.078125c4.css\":5000};\n"
          "const editions = [];\nwork(shell);\n");
    const std::string with_editions = service_worker(folder.path(), {}, {"de/", "pt-br/"});
    CHECK(
        with_editions ==
        "const shell = {\"offline/\":0};\nconst editions = [\"de/\",\"pt-br/\"];\nwork(shell);\n");
    CHECK(service_worker_removal(folder.path()) == "remove();\n");
    CHECK(is_service_worker_source("service-worker.js"));
    CHECK(is_service_worker_source("service-worker-removal.js"));
    CHECK(!is_service_worker_source("search-worker.js"));
}

TEST_CASE("the page of the device has its words in the site's language, escaped") {
    model::Site site = tests::sample_publication().site;
    const model::Entry entry = offline_entry(site);
    CHECK(entry.summary.path == "/offline/");
    CHECK(entry.summary.title == "On this device");
    CHECK(entry.body.blocks.size() == 2);
    site.phrases.resize(static_cast<std::size_t>(ui::Phrase::count));
    site.phrases[static_cast<std::size_t>(ui::Phrase::device_keep)] = "Behalten \"ganz\" <b>";
    const std::string words = offline_words(site);
    CHECK(words.find("Behalten \\&quot;ganz\\&quot; &lt;b") != std::string::npos);
    CHECK(words.find("&quot;device_visited&quot;:&quot;Visited pages&quot;") != std::string::npos);
}

TEST_CASE("the page of the device says which edition it keeps, where there are several") {
    model::Site site = tests::sample_publication().site;
    site.editions.clear();
    CHECK(offline_words(site).find("&quot;edition&quot;") == std::string::npos);
    site.editions = {{"en", "English", "/../"}, {"es", "Español", "/"}};
    CHECK(offline_words(site).find("&quot;edition&quot;:&quot;Español&quot;") != std::string::npos);
}

}  // namespace broadsheet::press
