#include "press/config/comment_settings.h"

#include <doctest/doctest.h>

#include <string>

#include "press/config/site_config.h"
#include "press/values/value.h"

namespace broadsheet::press {

namespace {

SiteConfig read(const std::string& comments, std::string& said) {
    Diagnostics problems;
    SiteConfig config =
        read_site_config(parse_values("[comments]\n" + comments, Dialect::toml).root, problems);
    for (const Diagnostic& each : problems) said += format_diagnostic(each);
    return config;
}

}  // namespace

TEST_CASE("providers of live comments") {
    struct Case {
        std::string text, provider, frame_start, server;
    };
    const Case cases[] = {
        {"provider = \"giscus\"\nrepository = \"a/b\"\nrepository_id = \"R\"\ncategory_id = \"C\"",
         "giscus.app", "https://giscus.app/{language}/widget?origin={url}", ""},
        {"provider = \"utterances\"\nrepository = \"a/b\"", "utteranc.es",
         "https://utteranc.es/utterances.html?repo=a%2Fb&", ""},
        {"provider = \"disqus\"\nid = \"pa-per\"", "disqus.com",
         "https://disqus.com/embed/comments/?base=default&f=pa-per&t_u={url}", ""},
        {"provider = \"remark42\"\nurl = \"https://c.example:8443/r/\"", "c.example:8443",
         "https://c.example:8443/r/web/iframe.html?site_id=remark&url={url}", ""},
        {"provider = \"isso\"\nurl = \"https://c.example\"", "c.example",
         "/live-comments/?path={path}", "isso https://c.example"},
        {"provider = \"commento\"\nurl = \"https://c.example/\"", "c.example",
         "/live-comments/?path={path}", "commento https://c.example"}};
    for (const Case& one : cases) {
        CAPTURE(one.text);
        std::string said;
        const SiteConfig config = read(one.text, said);
        CHECK(said == "");
        CHECK(config.comments.provider == one.provider);
        CHECK(config.comments.frame.starts_with(one.frame_start));
        CHECK(config.comment_server == one.server);
    }
    std::string said;
    const SiteConfig config = read("mail = \"letters@a.example\"", said);
    CHECK(said == "");
    CHECK(config.comments.mail == "letters@a.example");
    CHECK(config.comments.provider.empty());
}

// As giscus' and utterances' own scripts make them: location.pathname without its first slash.
TEST_CASE("threads of giscus and utterances are named as their scripts name them") {
    for (const auto& [text, part] : std::initializer_list<std::pair<const char*, const char*>>{
             {"provider = \"giscus\"\nrepository = \"a/b\"\nrepository_id = \"R\"\ncategory_id = "
              "\"C\"",
              "&term={term}"},
             {"provider = \"utterances\"\nrepository = \"a/b\"", "&pathname={term}&"}}) {
        std::string said;
        CHECK(read(text, said).comments.frame.find(part) != std::string::npos);
    }
}

TEST_CASE("giscus is asked for a language that it has") {
    for (const auto& [language, locale] :
         std::initializer_list<std::pair<const char*, const char*>>{{"de", "de"},
                                                                    {"pt-BR", "pt"},
                                                                    {"zh", "zh-CN"},
                                                                    {"zh-Hant", "zh-TW"},
                                                                    {"zh-TW", "zh-TW"},
                                                                    {"hi", "en"},
                                                                    {"uk", "en"}}) {
        CHECK(comments_frame("https://giscus.app/{language}/widget", language) ==
              "https://giscus.app/" + std::string(locale) + "/widget");
    }
    CHECK(comments_frame("https://c.example/?locale={language}", "hi") ==
          "https://c.example/?locale={language}");
}

TEST_CASE("disqus-short-name: what is none is named with its place") {
    for (const std::string id : {"pa&per", "https://paper.disqus.com/", "paper.disqus.com"}) {
        std::string said;
        read("provider = \"disqus\"\nid = \"" + id + "\"\n", said);
        CHECK(said.find(":3:6: error: \"" + id +
                        "\" is not a short name of Disqus; use NAME of the address "
                        "NAME.disqus.com") != std::string::npos);
    }
    std::string said;
    const SiteConfig config =
        read("provider = \"remark42\"\nurl = \"https://c.example\"\nid = \"pa&per\"", said);
    CHECK(said.empty());
    CHECK(config.comments.frame.find("site_id=pa%26per&") != std::string::npos);
}

TEST_CASE("mistakes in [comments] are named") {
    const auto said = [](const std::string& text) {
        std::string messages;
        const SiteConfig config = read(text, messages);
        CHECK(config.comments.frame.empty());
        return messages.substr(1, messages.find('\n') - 1);
    };
    CHECK(said("provider = \"facebook\"") ==
          "2:12: error: \"facebook\" is not a known provider; set provider to \"giscus\", "
          "\"utterances\", \"disqus\", \"remark42\", \"isso\" or \"commento\"");
    CHECK(said("provider = \"giscus\"\nrepository = \"a/b\"") ==
          "2:12: error: giscus needs repository_id; add repository_id = \"…\" to [comments]");
    CHECK(said("provider = \"isso\"") ==
          "2:12: error: isso needs url; add url = \"…\" to [comments]");
    CHECK(said("provider = \"isso\"\nurl = \"javascript:alert(1)//\"") ==
          "3:7: error: \"javascript:alert(1)\" is not the address of a service; set url to an "
          "address such as \"https://comments.paper.example\"");
    CHECK(said("mail = \"letters\"") ==
          "2:8: error: \"letters\" is not an e-mail address; use an address such as "
          "\"letters@paper.example\"");
    CHECK(
        said("provider = \"utterances\"\nrepository = \"https://github.com/a/b\"") ==
        "3:14: error: \"https://github.com/a/b\" is not the name of a repository; write its owner "
        "and its name, such as \"owner/name\"");
    CHECK(
        said("url = \"https://c.example\"") ==
        "1:1: warning: [comments] has no provider, so articles have no live comments; add provider "
        "= \"…\"");
    CHECK(said("providr = \"isso\"") ==
          "2:11: error: unknown key \"providr\" in [comments]; did you mean \"provider\"?");
}

}  // namespace broadsheet::press
