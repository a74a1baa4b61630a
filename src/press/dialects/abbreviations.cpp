#include "press/dialects/abbreviations.h"

#include <algorithm>
#include <utility>

#include "press/dialects/markdown_lines.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

bool is_part_of_word(char c) {
    return strings::is_letter(c) || strings::is_digit(c) || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// The word at the start of a text; one sign if it starts with none.
std::string_view first_word(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_part_of_word);
    const auto length = static_cast<std::size_t>(end - text.begin());
    return text.substr(0, std::max<std::size_t>(length, 1));
}

class AbbreviationMarker {
  public:
    explicit AbbreviationMarker(const Abbreviations& abbreviations)
        : abbreviations_(abbreviations) {}

    void mark(std::vector<Node>& nodes) {
        std::vector<Node> result;
        result.reserve(nodes.size());
        for (Node& node : nodes) {
            if (node.kind == NodeKind::text) {
                split(std::move(node), result);
                continue;
            }
            if (node.kind != NodeKind::abbreviation) mark(node.children);
            result.push_back(std::move(node));
        }
        nodes = std::move(result);
    }

  private:
    // The longest abbreviation at the start of a text.
    const Abbreviation* find(std::string_view text) const {
        const auto found = abbreviations_.find(first_word(text));
        if (found == abbreviations_.end()) return nullptr;
        const Abbreviation* best = nullptr;
        for (const Abbreviation& each : found->second) {
            const std::string& name = each.text;
            if (!text.starts_with(name)) continue;
            const bool goes_on = name.size() < text.size() && is_part_of_word(name.back()) &&
                                 is_part_of_word(text[name.size()]);
            if (!goes_on && (best == nullptr || name.size() > best->text.size())) best = &each;
        }
        return best;
    }

    void split(Node node, std::vector<Node>& result) const {
        const std::string text = std::move(node.text);
        std::size_t kept = 0;
        const auto add_text = [&](std::size_t end) {
            if (end > kept) result.emplace_back(node).text = text.substr(kept, end - kept);
        };
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view rest = std::string_view(text).substr(at);
            const Abbreviation* found = find(rest);
            if (found == nullptr) {
                at += first_word(rest).size();
                continue;
            }
            add_text(at);
            Node& marked = result.emplace_back();
            marked.kind = NodeKind::abbreviation;
            marked.title = found->title;
            marked.children.emplace_back(node).text = found->text;
            at += found->text.size();
            kept = at;
        }
        add_text(text.size());
    }

    const Abbreviations& abbreviations_;
};

}  // namespace

Abbreviations abbreviations_of(std::string_view markdown) {
    constexpr std::string_view begin = "*[";
    constexpr std::string_view middle = "]:";
    constexpr std::size_t most_alike = 50;  // with the same first word
    Abbreviations result;
    if (markdown.find(begin) == std::string_view::npos) return result;
    FenceTracker fences;
    for (std::size_t start = 0; start < markdown.size();) {
        const std::string_view line = line_at(markdown, start);
        start += line.size() + 1;
        const auto end = line.find(middle);
        const bool explains = !fences.is_code(line) && line.starts_with(begin) &&
                              end != std::string_view::npos && end > begin.size();
        if (!explains) continue;
        Abbreviation one;
        one.text = line.substr(begin.size(), end - begin.size());
        one.title = strings::trimmed(line.substr(end + middle.size()));
        std::vector<Abbreviation>& alike = result[std::string(first_word(one.text))];
        if (!one.title.empty() && alike.size() < most_alike) alike.push_back(std::move(one));
    }
    return result;
}

void mark_abbreviations(std::vector<Node>& nodes, const Abbreviations& abbreviations) {
    if (!abbreviations.empty()) AbbreviationMarker(abbreviations).mark(nodes);
}

}  // namespace broadsheet::press
