// A site whose parts tests change.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "press/base/files.h"
#include "press/config/content_folder.h"
#include "press/output/build.h"
#include "press/pictures/sample_pictures.h"
#include "press/scratch_folder.h"

namespace broadsheet::test {

// The parts of an article that the tests change.
struct Draft {
    std::string file;
    std::string title;
    std::string date;
    std::string tags;
    std::string categories = "Asia, China";
    std::string rest;  // more lines of front matter
    std::string body;

    std::string text() const {
        return "---\ntitle: \"" + title + "\"\ndate: " + date + "\ntags: [" + tags +
               "]\ncategories: [" + categories + "]\n" + rest + "---\n\n" + body + "\n";
    }
};

class Paper {
  public:
    static constexpr int article_count = 130;  // enough for a block of the front page

    Paper() {
        write_settings("Paper", 5);
        folder_.write("program/boot.js", "start");
        folder_.write("program/reader.wasm", "wasm");
        write("content/pages/about.md", "---\ntitle: About\n---\nText of [it](../n3.md).\n");
        folder_.write("content/lake.png", test::png_file(test::sample_raster(400, 300)));
        folder_.write("content/hill.png", test::png_file(test::sample_raster(250, 100)));
        folder_.write("content/icon.png", test::png_file(test::sample_raster(200, 200)));
        write("content/categories/asia/_index.md",
              "---\ntitle: Asia\n---\nOf [one](../../n1.md) continent.\n");
        write("content/series/_index.md", "---\ntitle: Series\n---\nOf them.\n");
        write_comments("content/n5", "0");
        write("content/moved.md", "---\ntitle: Moved\nredirect: https://example.com/\n---\n");
        write_translation("see");
        for (int i = 0; i < article_count; ++i) {
            Draft draft;
            draft.file = "content/n" + std::to_string(i) + ".md";
            draft.title = "Number " + std::to_string(i);
            draft.date = day(i);
            draft.tags = "t" + std::to_string(i % 5) + ", t" + std::to_string(i % 3);
            draft.rest = "author: Writer " + std::to_string(i % 4) + "\n";
            if (i % 6 == 0) draft.rest += "series: [Long " + std::to_string(i % 4) + "]\n";
            draft.body = "First words of " + std::to_string(i) + ".\n\n## Heading\n\nSee [that](n" +
                         std::to_string((i * 7 + 1) % article_count) +
                         ".md) and ![a lake](lake.png).";
            save(draft);
            drafts_.push_back(std::move(draft));
        }
        Draft news;  // within the last two days
        news.file = "content/tide.md";
        news.title = "High tide";
        news.date = "2025-12-31";
        news.tags = "t1";
        news.rest = "image: hill.png\naliases: [/old/tide/]\n";
        news.body = "Water in the [streets](streets.md), see [that](n7x.md).\n\n![](lak.png)";
        save(news);
        drafts_.push_back(news);
        Draft original;
        original.file = "content/en/lake.md";
        original.title = "The lake";
        original.date = "2025-12-30";
        original.body = "![a lake](../lake.png) It is deep.";
        save(original);
        drafts_.push_back(original);
        options_.content = folder_.path();
        options_.program = folder_.path() / "program";
        options_.base_url = "https://example.org";
        options_.filter.now = *model::parse_date("2026-01-01");
        options_.jobs = 2;
    }

    press::BuildOptions options(const char* out) const {
        press::BuildOptions options = options_;
        options.out = folder_.path() / out;
        return options;
    }
    const press::PublishFilter& filter() const { return options_.filter; }
    void save(const Draft& draft) { write(draft.file, draft.text()); }
    const ScratchFolder& folder() const { return folder_; }

    // Makes a random change and returns its description.
    std::string change() {
        Draft& draft = drafts_[random(drafts_.size())];
        const std::string number = std::to_string(++changes_);
        std::string what;
        switch (changes_ % kinds) {
            case 1: what = "body", draft.body += "\n\nMore, for the " + number + "th time."; break;
            case 2: what = "title", draft.title = "Title " + number; break;
            case 3: what = "tag", draft.tags += ", new" + number; break;
            case 4: what = "category", draft.categories = "Europe, Spain"; break;
            case 5: what = "date", draft.date = day(static_cast<int>(random(300))); break;
            case 6:
                what = "link", draft.body = "Now [this](n" + number + ".md), [old](/a/b).";
                break;
            case 7: what = "picture", draft.body += "\n\n![a hill](hill.png)"; break;
            case 8: what = "description", draft.rest += "description: Said " + number + "\n"; break;
            case 9:
                what = "frame", draft.body += "\n\n{{< youtube abcdefghij" + number + " >}}";
                break;
            case 10: {
                what = "name";
                remove(draft.file);
                draft.file = "content/renamed" + number + ".md";
                break;
            }
            case 11: {
                what = "deletion";
                remove(draft.file);
                std::swap(draft, drafts_.back());
                drafts_.pop_back();
                return what;
            }
            case 12: {
                what = "alias", draft.rest += "aliases: [/old/" + number + "/]\n";
                break;
            }
            case 13: {
                const int width = 200 + static_cast<int>(random(300));
                write("content/lake.png", test::png_file(test::sample_raster(width, 200)));
                return "the picture's file";
            }
            case 14: {
                write_settings("Paper " + number, 4 + changes_ % 3);
                return "site.toml";
            }
            case 15: {
                what = "the newest's title and text";
                Draft& newest = newest_draft();
                newest.title = "Newest " + number;
                newest.body = "Of the newest, " + number + ".\n\n" + newest.body;
                save(newest);
                return what;
            }
            case 16: {
                write("content/icon.png", test::png_file(test::sample_raster(200 + changes_, 200)));
                return "the icon";
            }
            case 17: write_translation("see-" + number); return "a translation";
            case 18: {
                write("content/categories/asia/_index.md",
                      "---\ntitle: Asia\n---\nSaid of it the " + number + "th time.\n");
                return "what is said of a category";
            }
            case 19: {
                // The article that the remedy of another article's broken link suggests.
                write("content/street" + number + ".md", "---\ntitle: Street\ndate: 2025-02-0" +
                                                             std::to_string(changes_ % 9 + 1) +
                                                             "\n---\nText.\n");
                return "an article more";
            }
            case 20: {
                what = "picture of its own",
                draft.rest += "image: hill.png\nmodified: 2025-12-30\n";
                break;
            }
            case 21: {
                const std::string file = "content/fr/lake.md";
                if (std::filesystem::exists(folder_.path() / file)) {
                    remove(file);
                } else {
                    write(file, "---\ntitle: Le lac\nslug: lac\ndate: 2025-12-30\n---\nTexte.\n");
                }
                return "a third language";
            }
            case 22: {
                write("content/series/_index.md",
                      "---\ntitle: Series\n---\nOf them, the " + number + "th time.\n");
                return "the page of a taxonomy";
            }
            case 23: what = "series", draft.rest += "series: [New " + number + "]\n"; break;
            case 24: {
                // Its position in lists changes, but its path does not.
                what = "time", draft.date = draft.date.substr(0, 10) + "T" +
                                            std::to_string(10 + changes_ % 9) + ":30:00Z";
                break;
            }
            case 25: {
                what = "author and text", draft.body += "\n\nBy another, " + number + ".";
                if (draft.rest.find("author:") == std::string::npos) {
                    draft.rest += "author: Writer " + number + "\n";
                }
                break;
            }
            case 26: write_comments("content/pages/about", number); return "comments on a page";
            case 27: {
                const std::string file = newest_draft().file;
                write_comments(file.substr(0, file.size() - 3), number);
                return "comments on the newest";
            }
            case 28: {
                write("redirects.toml", "\"/?p=1\" = \"/2024/10/04/n0/\"\n\"/before/" + number +
                                            "/\" = \"/about/\"\n");
                return "an old address";
            }
            default: {
                what = "page";
                write("content/pages/about.md", "---\ntitle: About " + number + "\n---\nText.\n");
                return what;
            }
        }
        save(draft);
        return what + " of " + draft.file;
    }

    static constexpr int kinds = 29;

    // The changes since the last call, as a folder watch reports them.
    press::FileChanges changes() { return std::exchange(changed_, {}); }

  private:
    void write_settings(const std::string& title, int page_size) {
        write("site.toml", "title = \"" + title + "\"\npage_size = " + std::to_string(page_size) +
                               "\nsteady_pages = " + (page_size % 2 == 0 ? "true" : "false") +
                               "\ntaxonomies = [\"series\"]\n[feeds]\nfull = true\nlimit = " +
                               std::to_string(page_size + 8) + "\n");
    }
    // Far from its original in the lists. The original then changes only by the path of the
    // translation.
    void write_translation(const std::string& slug) {
        write("content/de/lake.md",
              "---\ntitle: Der See\nslug: " + slug + "\ndate: 2024-10-20\n---\nEr ist tief.\n");
    }
    void write_comments(const std::string& name, const std::string& number) {
        write(name + ".comments.json", R"({"comments": [{"id": 1, "author": "Ann", "text": "For )" +
                                           number +
                                           R"(."}, {"id": 2, "parent": 1, "text": "No."}]})");
    }
    void write(const std::string& name, const std::string& bytes) {
        folder_.write(name, bytes);
        changed_.files.push_back(folder_.path() / name);
    }
    void remove(const std::string& name) {
        std::filesystem::remove(folder_.path() / name);
        changed_.files.push_back(folder_.path() / name);
    }

    static std::string day(int i) {
        const auto date = model::day_from_epoch(20'000 + i);
        const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
        return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
    }

    Draft& newest_draft() {
        return *std::max_element(
            drafts_.begin(), drafts_.end(),
            [](const Draft& left, const Draft& right) { return left.date < right.date; });
    }

    std::size_t random(std::size_t count) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33U) % count;
    }

    ScratchFolder folder_;
    std::vector<Draft> drafts_;
    press::FileChanges changed_;
    press::BuildOptions options_;
    int changes_ = 0;
    std::uint64_t state_ = 42;
};

}  // namespace broadsheet::test
