#include "feed_rules.h"

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

namespace broadsheet::tests {

bool is_rfc3339(const std::string& text) {
    static const std::regex form(
        R"(\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2}))");
    return std::regex_match(text, form);
}

bool is_whole_address(const std::string& text) {
    static const std::regex form(R"(https?://[^\s<>"{}|\\^`]+)");
    return std::regex_match(text, form);
}

std::size_t count_of_children(const pugi::xml_node& node, const char* name) {
    std::size_t count = 0;
    for (const pugi::xml_node& each : node.children(name)) count += each ? 1 : 0;
    return count;
}

namespace {

bool is_rfc822(const std::string& text) {
    static const std::regex form(
        R"((Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} )"
        R"((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4})");
    return std::regex_match(text, form);
}

bool is_iri(const std::string& text) {
    static const std::regex form(R"([a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+)");
    return std::regex_match(text, form);
}

class Problems {
  public:
    void check(bool right, const std::string& what) {
        if (!right) text_ += what + "\n";
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

// RFC 4287, section 4.
void check_atom_parts(const pugi::xml_node& node, const std::string& where, Problems& problems) {
    for (const char* name : {"id", "title", "updated"}) {
        problems.check(count_of_children(node, name) == 1, where + ": not one " + name);
    }
    problems.check(is_iri(node.child("id").text().get()), where + ": id is no IRI");
    problems.check(is_rfc3339(node.child("updated").text().get()), where + ": updated");
    for (const char* name : {"published", "summary", "content", "rights", "subtitle"}) {
        problems.check(count_of_children(node, name) <= 1, where + ": more than one " + name);
    }
    for (const pugi::xml_node& author : node.children("author")) {
        problems.check(count_of_children(author, "name") == 1, where + ": author without name");
    }
    std::set<std::string> alternates;
    for (const pugi::xml_node& link : node.children("link")) {
        problems.check(is_whole_address(link.attribute("href").value()), where + ": href");
        if (std::string(link.attribute("rel").value()) != "alternate") continue;
        const std::string key =
            std::string(link.attribute("type").value()) + " " + link.attribute("hreflang").value();
        problems.check(alternates.insert(key).second, where + ": two alternates alike");
    }
    for (const pugi::xml_node& category : node.children("category")) {
        problems.check(category.attribute("term"), where + ": category without term");
    }
}

}  // namespace

std::string atom_problems(const std::string& xml) {
    Problems problems;
    pugi::xml_document document;
    problems.check(document.load_string(xml.c_str()), "not well-formed");
    const pugi::xml_node feed = document.child("feed");
    problems.check(std::string(feed.attribute("xmlns").value()) == "http://www.w3.org/2005/Atom",
                   "namespace");
    check_atom_parts(feed, "feed", problems);
    problems.check(feed.find_child_by_attribute("link", "rel", "self"), "no link to itself");
    std::set<std::string> identifiers;
    for (const pugi::xml_node& entry : feed.children("entry")) {
        const std::string id = entry.child("id").text().get();
        check_atom_parts(entry, id, problems);
        problems.check(identifiers.insert(id).second, id + ": twice");
        problems.check(entry.child("author") || feed.child("author"), id + ": no author");
        problems.check(
            entry.child("content") || entry.find_child_by_attribute("link", "rel", "alternate"),
            id + ": neither content nor alternate");
        if (entry.child("published")) {
            problems.check(is_rfc3339(entry.child("published").text().get()), id + ": published");
        }
    }
    return problems.text();
}

// The RSS 2.0 specification and the RSS Advisory Board's Best Practices Profile.
std::string rss_problems(const std::string& xml) {
    Problems problems;
    pugi::xml_document document;
    problems.check(document.load_string(xml.c_str()), "not well-formed");
    problems.check(std::string(document.child("rss").attribute("version").value()) == "2.0",
                   "version");
    const pugi::xml_node channel = document.child("rss").child("channel");
    for (const char* name : {"title", "link", "description"}) {
        problems.check(count_of_children(channel, name) == 1, std::string("channel: ") + name);
    }
    const pugi::xml_node self = channel.find_child_by_attribute("atom:link", "rel", "self");
    problems.check(self && std::string(self.attribute("type").value()) == "application/rss+xml",
                   "no atom:link to itself");
    if (channel.child("lastBuildDate")) {
        problems.check(is_rfc822(channel.child("lastBuildDate").text().get()), "lastBuildDate");
    }
    std::set<std::string> identifiers;
    for (const pugi::xml_node& item : channel.children("item")) {
        const std::string guid = item.child("guid").text().get();
        problems.check(item.child("title") || item.child("description"), guid + ": says nothing");
        problems.check(identifiers.insert(guid).second, guid + ": twice");
        const bool permalink =
            std::string(item.child("guid").attribute("isPermaLink").value()) != "false";
        problems.check(!permalink || is_whole_address(guid), guid + ": no permalink");
        if (item.child("pubDate")) {
            problems.check(is_rfc822(item.child("pubDate").text().get()), guid + ": pubDate");
        }
    }
    return problems.text();
}

// https://jsonfeed.org/version/1.1
std::string json_feed_problems(const std::string& text) {
    Problems problems;
    const nlohmann::json feed = nlohmann::json::parse(text, nullptr, false);
    if (!feed.is_object()) return "no object\n";
    problems.check(feed.value("version", "") == "https://jsonfeed.org/version/1.1", "version");
    problems.check(feed.contains("title") && feed["title"].is_string(), "title");
    for (const char* name : {"home_page_url", "feed_url"}) {
        problems.check(is_whole_address(feed.value(name, "")), name);
    }
    problems.check(feed.contains("items") && feed["items"].is_array(), "items");
    std::set<std::string> identifiers;
    for (const nlohmann::json& item : feed.value("items", nlohmann::json::array())) {
        const std::string id = item.value("id", "");
        problems.check(!id.empty() && identifiers.insert(id).second, id + ": id");
        problems.check(is_whole_address(item.value("url", "")), id + ": url");
        problems.check(item.contains("content_html") || item.contains("content_text"),
                       id + ": no content");
        for (const char* name : {"date_published", "date_modified"}) {
            if (item.contains(name)) problems.check(is_rfc3339(item[name]), id + ": " + name);
        }
        for (const nlohmann::json& author : item.value("authors", nlohmann::json::array())) {
            problems.check(author.contains("name") || author.contains("url"), id + ": author");
        }
        for (const nlohmann::json& tag : item.value("tags", nlohmann::json::array())) {
            problems.check(tag.is_string(), id + ": tag");
        }
    }
    return problems.text();
}

}  // namespace broadsheet::tests
