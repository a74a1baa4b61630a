#include "press/import/wordpress/wordpress_footnotes.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "press/html/document_builder.h"
#include "press/import/exports/tag_end.h"
#include "press/import/exports/xml_reader.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

// Around the number of a note: private-use characters that exports do not have.
constexpr std::string_view mark_begin = "\xEF\xA3\xBB";
constexpr std::string_view mark_end = "\xEF\xA3\xBC";

class Placer {
  public:
    explicit Placer(std::size_t notes) : uses_(notes + 1) {}

    void place(std::vector<Node>& nodes) {
        std::vector<Node> result;
        for (Node& node : nodes) {
            if (node.kind == NodeKind::text) {
                place_text(node, result);
                continue;
            }
            replace_all(node.text, mark_begin, "");
            replace_all(node.text, mark_end, "");
            place(node.children);
            result.push_back(std::move(node));
        }
        nodes = std::move(result);
    }

  private:
    void place_text(Node& node, std::vector<Node>& result) {
        std::string_view rest = node.text;
        for (auto at = rest.find(mark_begin); at != std::string_view::npos;
             at = rest.find(mark_begin)) {
            if (at > 0) result.push_back(make_text(std::string(rest.substr(0, at))));
            rest.remove_prefix(at + mark_begin.size());
            const auto end = std::min(rest.find(mark_end), rest.size());
            std::size_t number = 0;
            std::from_chars(rest.data(), rest.data() + end, number);
            if (number > 0 && number < uses_.size()) result.push_back(reference(number));
            rest.remove_prefix(std::min(end + mark_end.size(), rest.size()));
        }
        if (rest.size() == node.text.size()) {
            result.push_back(std::move(node));
        } else if (!rest.empty()) {
            result.push_back(make_text(std::string(rest)));
        }
    }

    Node reference(std::size_t number) {
        Node node;
        node.kind = NodeKind::footnote_reference;
        node.number = static_cast<int>(number);
        node.target = "#fn-" + std::to_string(number);
        node.identifier = "fnref-" + std::to_string(number);
        if (const int use = ++uses_[number]; use > 1) node.identifier += "-" + std::to_string(use);
        return node;
    }

    std::vector<int> uses_;  // by number
};

}  // namespace

WordpressFootnotes::WordpressFootnotes(std::string_view json) {
    if (json.empty()) return;
    const auto notes = nlohmann::json::parse(json, nullptr, false);
    if (!notes.is_array()) return;
    for (const auto& note : notes) {
        if (!note.is_object()) continue;
        const std::string id = note.value("id", nlohmann::json()).is_string()
                                   ? note["id"].get<std::string>()
                                   : std::string();
        const bool has_text = note.contains("content") && note["content"].is_string();
        if (!id.empty() && has_text) notes_[id] = note["content"].get<std::string>();
    }
}

// <sup data-fn="ID" class="fn"><a href="#ID" id="ID-link">1</a></sup>
void WordpressFootnotes::mark(std::string& html) {
    replace_all(html, mark_begin, "");
    replace_all(html, mark_end, "");
    if (notes_.empty()) return;
    std::string out;
    std::size_t begin = 0;
    for (auto at = html.find("<sup"); at != std::string::npos; at = html.find("<sup", at + 1)) {
        const std::size_t tag = end_of_tag(html, at);
        const std::size_t end = html.find("</sup>", at);
        if (tag == std::string_view::npos || end == std::string::npos) break;
        const std::string id =
            attribute_of(std::string_view(html).substr(at + 4, tag - at - 4), "data-fn");
        if (!notes_.contains(id)) continue;
        auto place = std::find(order_.begin(), order_.end(), id);
        if (place == order_.end()) place = order_.insert(place, id);
        out.append(html, begin, at - begin).append(mark_begin);
        out += std::to_string(place - order_.begin() + 1);
        out += mark_end;
        begin = end + std::string_view("</sup>").size();
    }
    if (begin > 0) html = out.append(html, begin);
}

void WordpressFootnotes::place(model::Document& document, const TextContext& context) const {
    if (order_.empty()) return;
    Placer(order_.size()).place(document.blocks);
    Node all;
    all.kind = NodeKind::footnotes;
    for (const std::string& id : order_) {
        ImportedText text;
        add_html("<p>" + notes_.at(id) + "</p>", context, text);
        Node note;
        note.kind = NodeKind::footnote;
        note.number = static_cast<int>(all.children.size()) + 1;
        note.identifier = "fn-" + std::to_string(note.number);
        note.children = std::move(text.document.blocks);
        all.children.push_back(std::move(note));
    }
    document.blocks.push_back(std::move(all));
}

}  // namespace broadsheet::press
