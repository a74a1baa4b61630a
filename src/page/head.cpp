// What the head of a document says of its page.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/page.h"

namespace broadsheet::page {

std::vector<HeadElement> head_elements(const Page& page, const Head& head,
                                       std::string_view base_path) {
    std::vector<HeadElement> all;
    const auto meta = [&](std::string_view kind, std::string name, std::string content) {
        all.push_back({"meta", {{kind, std::move(name)}, {"content", std::move(content)}}});
    };
    if (!page.description.empty()) meta("name", "description", page.description);
    if (!page.findable || !page.indexed) meta("name", "robots", "noindex");
    const std::string& canonical = page.canonical.empty() ? page.path : page.canonical;
    if (!page.path.empty() && (!page.base_url.empty() || !canonical.starts_with('/'))) {
        std::string address = url_of(canonical, page.base_url + "/");
        all.push_back({"link", {{"rel", "canonical"}, {"href", std::move(address)}}});
    }
    for (const HeadLink& link : head.links) {
        HeadElement element{"link", {{"rel", link.relation}}};
        if (!link.type.empty()) element.attributes.push_back({"type", link.type});
        if (!link.title.empty()) element.attributes.push_back({"title", link.title});
        if (!link.language.empty()) element.attributes.push_back({"hreflang", link.language});
        element.attributes.push_back({"href", url_of(link.target, base_path)});
        all.push_back(std::move(element));
    }
    for (const auto& [name, content] : head.properties) {
        meta(name.starts_with("twitter:") ? "name" : "property", name, content);
    }
    // This is data. Browsers and the policy do not treat it as a script.
    if (!head.structured_data.empty()) {
        all.push_back({"script", {{"type", "application/ld+json"}}, head.structured_data});
    }
    return all;
}

}  // namespace broadsheet::page
