#include "press/articles/fields.h"

#include <doctest/doctest.h>

#include <string>

#include "press/values/source.h"

using namespace broadsheet;
using namespace broadsheet::press;

namespace {

Fields fields_of(std::string_view text, Generator generator = Generator::plain) {
    const Split split = split_front_matter(text);
    const Parsed parsed = parse_values(split.front_matter, split.dialect, split.front_matter_line);
    REQUIRE(!parsed.error);
    Diagnostics problems;
    Fields fields = read_fields(parsed.root, generator, {"series"}, problems);
    for (const Diagnostic& problem : problems) INFO(problem.what);
    CHECK(problems.empty());
    return fields;
}

std::string messages_of(std::string_view text) {
    const Split split = split_front_matter(text);
    const Parsed parsed = parse_values(split.front_matter, split.dialect, split.front_matter_line);
    Diagnostics problems;
    read_fields(parsed.root, Generator::plain, {}, problems);
    std::string all;
    for (const Diagnostic& problem : problems) all += problem.what + "; " + problem.remedy + "\n";
    return all;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : "|") + text;
    return out;
}

}  // namespace

TEST_CASE("YAML, TOML and JSON give the same fields") {
    for (const char* text :
         {"---\ntitle: T\ndate: 2024-02-06\ntags: [a, b]\ndraft: true\n---\n",
          "---\ntitle: 'T'\ndate: 2024-02-06\ntags:\n- a\n- b\ndraft: true\n---\n",
          "+++\ntitle = \"T\"\ndate = 2024-02-06\ntags = [\"a\", \"b\"]\ndraft = true\n+++\n",
          "{\"title\": \"T\", \"date\": \"2024-02-06\", \"tags\": [\"a\", \"b\"], \"draft\": "
          "true}\n"}) {
        INFO(text);
        const Fields fields = fields_of(text);
        CHECK(fields.title == "T");
        REQUIRE(fields.date);
        CHECK(format_day(fields.date->day) == "2024-02-06");
        CHECK(joined(fields.tags) == "a|b");
        CHECK(fields.draft);
    }
}

TEST_CASE("category-slash: a slash of other generators belongs to the name") {
    const std::string list = "---\ncategories: [TCP/IP, News]\n---\n";
    CHECK(joined(fields_of(list).categories.names) == "TCP/IP|News");
    CHECK(joined(fields_of(list, Generator::jekyll).categories.names) == "TCP//IP|News");
    CHECK(joined(fields_of(list, Generator::hugo).categories.names) == "TCP//IP|News");
    const Fields paths =
        fields_of("---\ncategories:\n- [Nets, TCP/IP]\n- [News]\n---\n", Generator::jekyll);
    CHECK(joined(paths.categories.names) == "Nets/TCP//IP|News");
}

TEST_CASE("engine-fields: what articles say to search engines, as other generators write it") {
    const auto engines = [](const std::string& fields) {
        return fields_of("---\n" + fields + "\n---\n").engines;
    };
    for (const char* const text :
         {"noindex: true", "robotsNoIndex: true", "robots: noindex, follow", "robots: [NOINDEX]",
          "robots: none", "robots: {index: false}", "seo: {noindex: true}",
          "params: {robotsNoIndex: true}", "extra: {robots: noindex}"}) {
        INFO(text);
        CHECK_FALSE(engines(text).indexed);
    }
    for (const char* const text :
         {"noindex: false", "robots: index, follow", "robots: {index: true}", "seo: {title: x}"}) {
        INFO(text);
        CHECK(engines(text) == EngineFields());
    }
    for (const char* const text :
         {"sitemap: false", "sitemap: {disable: true}", "sitemap_exclude: true"}) {
        INFO(text);
        CHECK_FALSE(engines(text).in_sitemap);
    }
    CHECK(engines("sitemap: {priority: 0.5}").in_sitemap);
    for (const char* const text :
         {"canonical: https://a.example/x", "canonical_url: https://a.example/x",
          "canonicalURL: https://a.example/x", "seo: {canonical: https://a.example/x}"}) {
        INFO(text);
        CHECK(engines(text).canonical == "https://a.example/x");
    }
    CHECK(engines("canonical: /lake/").canonical == "/lake/");
    CHECK(messages_of("---\ncanonical: lake\n---\n") ==
          "the canonical address \"lake\" is none, so it has no effect; write a whole address such "
          "as https://example.org/lake/, or a path of the site such as /lake/\n");
    CHECK(messages_of("---\ncanonical: 'https://a.example/\"><b>'\n---\n")
              .starts_with("the canonical address"));
}

TEST_CASE("heavy-weight: a weight that is no number is said") {
    CHECK(messages_of("---\nweight: heavy\n---\n") ==
          "this weight is not a number up to a million, so it has no effect; use a number such as "
          "10; articles with smaller ones come first\n");
    CHECK(messages_of("---\nweight: 5\n---\n") == "");
    CHECK(fields_of("---\nweight: '5'\n---\n", Generator::hugo).weight == 5);
    CHECK(fields_of("---\nweight: -3\n---\n").weight == -3);
    CHECK_FALSE(fields_of("---\nweight: bold\n---\n", Generator::jekyll).leads);
    CHECK(messages_of("---\nweight:\n---\n") == "");
}

TEST_CASE("episode-places: season, episode and explicit, beside the recording or in its table") {
    for (const char* const text : {"audio: a.mp3\nseason: 2\nepisode: 7\nexplicit: yes",
                                   "audio: {src: a.mp3, season: 2, episode: 7, explicit: true}",
                                   "audio: {src: a.mp3, season: 2}\nepisode: 7\nexplicit: true"}) {
        INFO(text);
        const Fields fields = fields_of(std::string("---\n") + text + "\n---\n");
        REQUIRE(fields.episode);
        CHECK(fields.episode->season == 2);
        CHECK(fields.episode->number == 7);
        CHECK(fields.episode->is_explicit == true);
    }
    const Fields beside = fields_of(
        "---\naudio: {src: https://c.example/a.mp3}\ntranscript: a.srt\nchapters: "
        "a.chapters.json\nduration: 1:10\n---\n");
    CHECK(beside.episode->transcript == "a.srt");
    CHECK(beside.episode->chapters == "a.chapters.json");
    CHECK(beside.episode->seconds == 70);
    const Fields clean = fields_of("---\naudio: {src: a.mp3, explicit: clean}\n---\n");
    CHECK(clean.episode->is_explicit == false);
    CHECK_FALSE(fields_of("---\naudio: a.mp3\n---\n").episode->is_explicit);
    const std::string all =
        messages_of("---\naudio: {src: a.mp3, season: two, episode: 1.5, explicit: a bit}\n---\n");
    CHECK(all.find("season is") != std::string::npos);
    CHECK(all.find("episode is") != std::string::npos);
    CHECK(all.find("explicit is") != std::string::npos);
}

TEST_CASE("fields have the names of other generators too") {
    const Fields fields = fields_of(
        "---\nTITLE: T\nsubtitle: S\nseo_title: H\nlast_modified_at: 2024-01-02\npublished: "
        "2024-01-03\nexpiryDate: "
        "2025-01-01\n"
        "permalink: /x/\nredirect_from:\n- /a/\n- /b/\ncategory: C\nexcerpt: E\nby:\n- N. One\n"
        "- N. Two\ncover: {image: p.png, alt: A, caption: B}\nlang: ar\ntoc: false\nunknown: {a: "
        "[1]}\n---\n");
    CHECK(fields.title == "T");
    CHECK(fields.subtitle == "S");
    CHECK(fields.head_title == "H");
    CHECK(format_day(fields.modified->day) == "2024-01-02");
    CHECK(format_day(fields.date->day) == "2024-01-03");
    CHECK(format_day(fields.expiry->day) == "2025-01-01");
    CHECK(fields.url == "/x/");
    CHECK(joined(fields.aliases) == "/a/|/b/");
    CHECK(joined(fields.categories.names) == "C");
    CHECK(!fields.categories.is_list);
    CHECK(fields.summary == "E");
    CHECK(joined(fields.authors) == "N. One|N. Two");
    REQUIRE(fields.picture);
    CHECK(fields.picture->target == "p.png");
    CHECK(fields.picture->alternative_text == "A");
    CHECK(fields.picture->caption == "B");
    CHECK(fields.language == "ar");
    CHECK(fields.show_contents == false);
}

TEST_CASE("a picture has a credit, and a focus as CSS writes positions") {
    const auto focus_of = [](const std::string& written) {
        const Fields fields = fields_of("---\nimage: p.png\nimage_focus: " + written + "\n---\n");
        REQUIRE(fields.picture);
        return std::to_string(fields.picture->focus.x) + " " +
               std::to_string(fields.picture->focus.y);
    };
    CHECK(focus_of("30% 20%") == "30 20");
    CHECK(focus_of("\"14% 16%\"") == "10 20");
    CHECK(focus_of("left top") == "0 0");
    CHECK(focus_of("top right") == "100 0");
    CHECK(focus_of("bottom") == "50 100");
    CHECK(focus_of("Right") == "100 50");
    CHECK(focus_of("center left") == "0 50");
    CHECK(focus_of("20%") == "20 50");

    const Fields table = fields_of(
        "---\nimage: {src: p.png, credit: Ana Ruiz, focus: 90% 0%}\nimage_credit: other\n---\n");
    CHECK(table.picture->credit == "Ana Ruiz");
    CHECK(table.picture->focus == model::Focus{90, 0});
    CHECK(fields_of("---\nimage: p.png\nimage_credit: Ana Ruiz\n---\n").picture->credit ==
          "Ana Ruiz");
}

TEST_CASE("a focus that is no position is an error") {
    for (const char* written :
         {"120% 0%", "-1% 0%", "nose", "10px 20px", "left left", "1 2", "%"}) {
        CAPTURE(written);
        const std::string all =
            messages_of(std::string("---\nimage: p.png\nimage_focus: \"") + written + "\"\n---\n");
        CHECK(all.find("a place such as \"30% 20%\" or \"left top\"") != std::string::npos);
    }
}

TEST_CASE("unknown fields are kept in source order") {
    const auto kept = [](std::string_view text) {
        std::string out;
        for (const OwnField& field : fields_of(text).own)
            out += field.name + "=" + field.json + " ";
        return out;
    };
    CHECK(
        kept("---\ntitle: T\nzebra: 1.5\nlayout: post\nparams: {mood: \"calm \\\"x\\\"\", on: "
             "true, "
             "none: }\ntags: [a]\nlist: [1, [two], 2024-02-06]\n---\n") ==
        "zebra=1.5 layout=\"post\" params={\"mood\":\"calm \\\"x\\\"\",\"on\":true,\"none\":null} "
        "list=[1,[\"two\"],\"2024-02-06\"] ");
    CHECK(
        kept("+++\ntitle = \"T\"\nwhen = 2024-02-06\n[taxonomies]\ntags = [\"a\"]\nmood = [\"b\"]\n"
             "[extra]\nmath = true\n+++\n") ==
        "mood=[\"b\"] when=\"2024-02-06\" extra={\"math\":true} ");
    CHECK(kept("{\"odd\": [1.5, -2], \"hex\": \"0x1F\"}\n") == "odd=[1.5,-2] hex=\"0x1F\" ");
    CHECK(kept("---\nhex: 0x1F\nhuge: .inf\n---\n") == "hex=\"0x1F\" huge=\".inf\" ");
}

TEST_CASE("the size of unknown fields is limited") {
    const std::string text =
        "---\ntitle: T\nlong: " + std::string(max_own_fields, 'x') + "\nshort: y\n---\n";
    const Split split = split_front_matter(text);
    const Parsed parsed = parse_values(split.front_matter, split.dialect, split.front_matter_line);
    Diagnostics problems;
    const Fields fields = read_fields(parsed.root, Generator::plain, {}, problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == Severity::warning);
    CHECK(problems[0].position.line == 3);
    CHECK(problems[0].what == "the field \"long\" is too long, so it is dropped");
    REQUIRE(fields.own.size() == 1);
    CHECK(fields.own[0].name == "short");
}

TEST_CASE("lists can be written in several forms") {
    CHECK(joined(fields_of("---\ntags: a, b c\n---\n").tags) == "a|b c");
    CHECK(joined(fields_of("---\ntags: a b\n---\n", Generator::jekyll).tags) == "a|b");
    CHECK(joined(fields_of("---\ntag: a b\n---\n", Generator::jekyll).tags) == "a b");
    CHECK(joined(fields_of("---\ntags:\n---\n").tags).empty());
    CHECK(joined(fields_of("---\ntags: [1, true, 2.5]\n---\n").tags) == "1|true|2.5");
    CHECK(joined(fields_of("---\nauthors: [{name: A}, B]\n---\n").authors) == "A|B");
    CHECK(joined(fields_of("---\nauthor: A, for the team\n---\n").authors) == "A, for the team");
    CHECK(
        joined(fields_of("+++\n[taxonomies]\ntags = [\"a\"]\ncategories = [\"c\"]\n+++\n").tags) ==
        "a");
}

TEST_CASE("hidden articles") {
    for (const char* hidden : {"render: false", "headless: true", "build: {render: never}",
                               "_build: {render: false}", "build: {render: Never, list: always}"}) {
        INFO(hidden);
        CHECK(fields_of("---\n" + std::string(hidden) + "\n---\n").hidden);
    }
    for (const char* shown : {"render: true", "headless: false", "build: {render: always}",
                              "build: {list: never}", "render: x", "build: 7"}) {
        INFO(shown);
        CHECK(!fields_of("---\n" + std::string(shown) + "\n---\n").hidden);
    }
}

TEST_CASE("the words of other systems for a text that is not for all keep it back") {
    for (const char* draft :
         {"status: draft", "Status: private", "status: Pending", "private: true", "publish: false",
          "visibility: private", "visibility: members", "status: unpublished"}) {
        INFO(draft);
        CHECK(fields_of("---\n" + std::string(draft) + "\n---\n").draft);
    }
    for (const char* shown : {"status: published", "status: publish", "private: false",
                              "publish: true", "visibility: public", "status: 7"}) {
        INFO(shown);
        const Fields fields = fields_of("---\n" + std::string(shown) + "\n---\n");
        CHECK(!fields.draft);
        CHECK(!fields.unlisted);
    }
    CHECK(fields_of("---\nunlisted: true\n---\n").unlisted);
    CHECK(fields_of("---\nstatus: hidden\n---\n").unlisted);
    CHECK(fields_of("---\npermalink: false\n---\n").hidden);
    CHECK(!fields_of("---\npermalink: false\n---\n", Generator::jekyll).hidden);
}

TEST_CASE("a slug that is a path is the address, and templates of addresses are reported") {
    CHECK(fields_of("---\nslug: /guides/deep\n---\n").url == "/guides/deep");
    CHECK(fields_of("---\nslug: /guides/deep\n---\n").slug.empty());
    CHECK(messages_of("---\nslug: /\n---\n") ==
          "the address / is that of the front page, so this slug has no effect; give this page a "
          "name of its own, and lead to it by a menu\n");
    CHECK(messages_of("---\npermalink: \"/b/{{ title | slugify }}/\"\n---\n") ==
          "the address \"/b/{{ title | slugify }}/\" is a template, so it has no effect; write the "
          "address itself\n");
}

TEST_CASE("an inner list of categories is a path, and the others stand beside it") {
    const Fields fields = fields_of("---\ncategories:\n- [News, Rome]\n- Food\n---\n");
    CHECK(fields.categories.names == std::vector<std::string>{"News/Rome", "Food"});
    CHECK(!fields.categories.is_list);
}

TEST_CASE("other generators' uses of the same names do no harm") {
    CHECK(fields_of("---\npublished: false\n---\n").draft);
    CHECK(!fields_of("---\npublished: true\n---\n").draft);
    CHECK(fields_of("---\npermalink: false\n---\n").url.empty());
    CHECK(!fields_of("---\ntemplate: page.html\n---\n").go_template);
    CHECK(fields_of("---\ntemplate: true\n---\n").go_template);
    CHECK(fields_of("---\ntitle: 2024\n---\n").title == "2024");
    CHECK(fields_of("---\ntitle: yes\n---\n").title == "yes");
    CHECK(fields_of("---\ntitle: ~\ndate:\n---\n").title.empty());
}

TEST_CASE(
    "dates as other generators write them are read, and those that only they find out are said") {
    const Fields material =
        fields_of("---\ndate:\n  created: 2024-01-02\n  updated: 2024-02-03\n---\n");
    CHECK(format_day(material.date->day) == "2024-01-02");
    CHECK(format_day(material.modified->day) == "2024-02-03");
    const Fields astro = fields_of(
        "---\npubDatetime: 2024-01-02T10:00:00Z\nmodDatetime: 2024-02-03T10:00:00Z\n---\n");
    CHECK(format_day(astro.date->day) == "2024-01-02");
    CHECK(format_day(astro.modified->day) == "2024-02-03");
    for (const std::string text :
         {"Last Modified", "git Last Modified", "git Created", "Created"}) {
        CHECK(messages_of("---\ndate: " + text + "\n---\n") ==
              "\"" + text + "\" is a date that only Eleventy finds out; write the date itself\n");
    }
    CHECK(messages_of("---\ndate: {begun: 2024-01-02}\n---\n") ==
          "date is a table; it must be a date\n");
}

TEST_CASE("expires-before: an article that ends before it begins is named") {
    CHECK(messages_of("---\ndate: 2025-02-01\nexpiryDate: 2025-01-01\n---\n") ==
          "the article expires before it appears, so it is never published; correct one of the "
          "dates\n");
    CHECK(messages_of("---\ndate: 2025-01-01\nexpiryDate: 2025-02-01\n---\n") == "");
    CHECK(messages_of("---\nexpiryDate: 2025-02-01\n---\n") == "");
}
