// Which files each view needs, and that it is whole when they are there.
#include "reader/loader.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>

#include "addresses/paths.h"
#include "bundle/write/writer.h"
#include "views/calendar_list.h"

using namespace broadsheet;

namespace {

// 1,200 articles, three a day, the newest first; every one in /tag/all/, every 50th in /tag/few/.
model::Publication long_publication() {
    model::Publication publication;
    model::Site& site = publication.site;
    site.title = "Paper";
    site.page_size = 10;
    site.chunk_length = 100;
    const auto list = [&](model::ListKind kind, const std::string& path) -> model::List& {
        model::List& result = publication.lists[path];
        result.kind = kind;
        result.path = path;
        result.title = path;
        return result;
    };
    const std::int64_t last = model::days_since_epoch({2026, 3, 31});
    std::map<std::pair<int, int>, std::map<int, int>> days;
    for (int i = 0; i < 1200; ++i) {
        const model::Day day = model::day_from_epoch(last - i / 3);
        auto summary = std::make_shared<model::ArticleSummary>();
        summary->title = "Story " + std::to_string(i);
        summary->date.day = day;
        summary->path = addresses::day_path(day) + "story-" + std::to_string(i) + "/";
        list(model::ListKind::front, "/").articles.push_back(summary);
        list(model::ListKind::tag, "/tag/all/").articles.push_back(summary);
        if (i % 50 == 0) list(model::ListKind::tag, "/tag/few/").articles.push_back(summary);
        ++days[{-day.year, -day.month}][day.day];
        model::Entry entry;
        entry.summary = *summary;
        publication.entries.emplace(summary->path, entry);
    }
    for (const auto& [month, counts] : days) {
        model::ArchiveMonth each{-month.first, -month.second, 0, 0, {}};
        for (const auto& [day, count] : counts) {
            each.count += count;
            each.days |= 1U << (day - 1);
            each.day_counts.push_back(count);
        }
        site.archive.push_back(each);
    }
    site.article_count = 1200;
    return publication;
}

using Files = std::map<std::string, std::string>;

Files files_of(const model::Publication& publication) {
    Files files;
    for (bundle::File& file : bundle::write_bundle(publication)) {
        files[file.name] = std::move(file.bytes);
    }
    return files;
}

// A visit that begins on the front page. REQUIRES: `files` outlives it.
class Reading {
  public:
    explicit Reading(const Files& files) : files_(files) { fetch("/"); }

    // Number of files fetched until nothing is missing for `path`.
    int fetch(const std::string& path) {
        const addresses::Route route = addresses::parse_route(path);
        int fetched = 0;
        for (auto names = loader_.missing(route); !names.empty(); names = loader_.missing(route)) {
            for (const std::string& name : names) {
                REQUIRE(files_.count(name) == 1);
                REQUIRE(loader_.take(name, files_.at(name)).empty());
                ++fetched;
            }
            REQUIRE(fetched < 10);
        }
        return fetched;
    }

    std::string first_title(const std::string& path) const {
        const addresses::Route route = addresses::parse_route(path);
        const model::List* list = loader_.publication().list(route.path);
        if (list == nullptr) return "no list";
        return titles_of(route.path, (route.page - 1) * 10, 10);
    }

    // The title of the article at `first`, if the list has this and the next ones, `count` in all.
    std::string titles_of(const std::string& path, int first, int count) const {
        const model::List& list = *loader_.publication().list(path);
        if (first >= list.total()) return "no page";
        for (int i = first; i < std::min(first + count, list.total()); ++i) {
            if (!list.articles[static_cast<std::size_t>(i)]) return "a gap";
        }
        return list.articles[static_cast<std::size_t>(first)]->title;
    }

  private:
    const Files& files_;
    reader::Loader loader_;
};

}  // namespace

TEST_CASE("every block of a list is whole after two files at most") {
    const model::Publication publication = long_publication();
    const Files files = files_of(publication);
    for (const char* path : {"/", "/tag/all/"}) {
        for (int last = 100; last <= 1200; last += 100) {
            Reading reading(files);
            const addresses::Block block{last - 99, last};
            const std::string address = addresses::block_path(path, block);
            INFO(address);
            CHECK(reading.fetch(address) <= 2);
            CHECK(reading.titles_of(path, 1200 - last, 100) ==
                  "Story " + std::to_string(1200 - last));
            CHECK(reading.fetch(address) == 0);
        }
    }
    Reading reading(files);
    reading.fetch("/tag/few/articles/1-100/");  // has fewer articles
    CHECK(reading.first_title("/tag/few/") != "no list");
}

TEST_CASE("every page of every list is whole after two files at most") {
    const model::Publication publication = long_publication();
    const Files files = files_of(publication);
    for (const char* path : {"/", "/tag/all/", "/tag/few/", "/2026/", "/2026/02/", "/2026/02/14/",
                             "/2025/", "/2025/04/", "/2025/04/02/"}) {
        auto calendar = views::calendar_list(publication.site, path);
        const int total = calendar ? calendar->count : publication.list(path)->total();
        const auto& all = publication.list(calendar ? "/" : path)->articles;
        for (int page = 1; page <= (total + 9) / 10; ++page) {
            Reading reading(files);
            const std::string address = addresses::paged_path(path, page);
            INFO(address);
            CHECK(reading.fetch(address) <= 2);
            const int first = (calendar ? calendar->first : 0) + (page - 1) * 10;
            CHECK(reading.first_title(address) == all[static_cast<std::size_t>(first)]->title);
            CHECK(reading.fetch(address) == 0);
        }
    }
}

TEST_CASE("pages and days that are not there want nothing more") {
    const Files files = files_of(long_publication());
    Reading reading(files);
    CHECK(reading.fetch("/page/500/") == 0);
    CHECK(reading.first_title("/page/500/") == "no page");
    CHECK(reading.fetch("/2031/01/") == 0);
    CHECK(reading.first_title("/2031/01/") == "no list");
    CHECK(reading.fetch("/2026/03/31/page/2/") <= 1);
    reading.fetch("/tag/none/page/9/");
    CHECK(reading.first_title("/tag/none/page/9/") == "no list");
}
