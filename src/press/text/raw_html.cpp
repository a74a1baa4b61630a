#include "press/text/raw_html.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "press/text/entity.h"
#include "press/text/html_elements.h"
#include "press/text/markdown_lines.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::is_digit;
using strings::is_letter;
using strings::lower_ascii;

// A start or end tag, or the start of a comment that has no end.
struct Tag {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string name;  // in lower case; "!--" for a comment
    bool closes = false;
    bool has_attributes = false;
};

bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == ':'; }

// The offset after the tag whose name ends at `position`.
std::size_t end_of_tag(std::string_view html, std::size_t position, std::size_t limit) {
    char quote = 0;
    for (std::size_t i = position; i < limit; ++i) {
        const char c = html[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        }
    }
    return limit;
}

// The tags between two offsets. Comments are skipped. `last_comment_end` saves searching for the
// end of each comment that has none.
void find_tags(std::string_view html, std::size_t begin, std::size_t end,
               std::size_t last_comment_end, std::vector<Tag>& tags) {
    const std::string_view part = html.substr(0, end);
    for (auto at = part.find('<', begin); at != std::string_view::npos; at = part.find('<', at)) {
        if (part.substr(at).starts_with("<!--")) {
            const auto close =
                last_comment_end > at ? html.find("-->", at + 4) : std::string_view::npos;
            if (close == std::string_view::npos) tags.push_back({at, at + 4, "!--", false, false});
            at = close == std::string_view::npos ? at + 4 : close + 3;
            continue;
        }
        Tag tag;
        tag.begin = at;
        std::size_t next = at + 1;
        tag.closes = next < end && html[next] == '/';
        if (tag.closes) ++next;
        const std::size_t name = next;
        while (next < end && is_name_character(html[next])) ++next;
        if (next == name || !is_letter(html[name])) {
            at = std::max(at + 1, next);
            continue;
        }
        tag.name = lower_ascii(html.substr(name, next - name));
        tag.end = end_of_tag(html, next, end);
        tag.has_attributes = html.substr(next, tag.end - next).find_first_not_of(" \t\n/>") !=
                             std::string_view::npos;
        at = tag.end;
        tags.push_back(std::move(tag));
    }
}

// The tags in ranges of a text.
std::vector<Tag> tags_in(std::string_view html, const RawRanges& ranges) {
    std::vector<Tag> tags;
    const auto last = html.rfind("-->");
    const std::size_t last_comment_end = last == std::string_view::npos ? 0 : last;
    for (const auto& [begin, end] : ranges) find_tags(html, begin, end, last_comment_end, tags);
    return tags;
}

// Elements whose content is dropped, or that the HTML parser reads as text up to their end.
bool hides_text(const std::string& name) {
    static constexpr std::array<std::string_view, 9> more = {
        "xmp", "plaintext", "noscript", "progress", "meter", "head", "video", "audio", "listing"};
    if (std::find(more.begin(), more.end(), name) != more.end()) return true;
    const Treatment treatment = rule_of(name).treatment;
    return !is_void_element(name) &&
           (treatment == Treatment::drop || treatment == Treatment::frame);
}

// Elements of the page itself, which have no meaning in an article.
bool is_of_page(std::string_view name) {
    static constexpr std::array<std::string_view, 8> names = {"html", "head", "body",     "meta",
                                                              "link", "base", "frameset", "frame"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Void elements that are used without attributes.
bool is_bare_void(std::string_view name) { return name == "br" || name == "hr" || name == "wbr"; }

// A piece of the text to replace.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

std::string with_edits(std::string_view html, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& left, const Edit& right) { return left.begin < right.begin; });
    std::string out;
    std::size_t position = 0;
    for (const Edit& edit : edits) {
        if (edit.begin < position) continue;
        out += html.substr(position, edit.begin - position);
        out += edit.text;
        position = edit.end;
    }
    out += html.substr(position);
    return out;
}

class RunningText {
  public:
    RunningText(std::string_view html, const RawRanges& raw, std::set<std::string>& shown)
        : html_(html), shown_(shown), tags_(tags_in(html, raw)) {}

    std::string repair() {
        pair_tags();
        for (std::size_t i = 0; i < tags_.size(); ++i) repair(i);
        // The innermost element ends first.
        std::string ends;
        for (auto each = open_.rbegin(); each != open_.rend(); ++each) ends += "</" + *each + ">";
        if (!ends.empty()) edits_.push_back({html_.size(), html_.size(), ends});
        return edits_.empty() ? std::string(html_) : with_edits(html_, std::move(edits_));
    }

  private:
    // Finds the start tags that have an end tag, and the reverse.
    void pair_tags() {
        paired_.resize(tags_.size());
        std::map<std::string_view, std::vector<std::size_t>> starts;
        for (std::size_t i = 0; i < tags_.size(); ++i) {
            std::vector<std::size_t>& open = starts[tags_[i].name];
            if (!tags_[i].closes) {
                open.push_back(i);
            } else if (!open.empty()) {
                paired_[i] = paired_[open.back()] = true;
                open.pop_back();
            }
        }
    }

    bool follows_word(const Tag& tag) const {
        if (tag.begin == 0) return false;
        const char before = html_[tag.begin - 1];
        return is_letter(before) || is_digit(before) || before == '_';
    }

    void show(const Tag& tag) {
        edits_.push_back(
            {tag.begin, tag.end, escaped(html_.substr(tag.begin, tag.end - tag.begin))});
    }

    void repair(std::size_t i) {
        const Tag& tag = tags_[i];
        // A custom element has a hyphen, and other XML languages have a colon in their names.
        if (!is_known_element(tag.name)) {
            if (tag.name.find_first_of("-:!") == std::string::npos) show(tag);
            return;
        }
        const bool is_void = is_void_element(tag.name);
        if (paired_[i] && !is_void) return;
        if (tag.closes) {
            if (hides_text(tag.name) || is_of_page(tag.name)) show(tag);
            return;
        }
        const bool bare = !tag.has_attributes;
        if (is_void) {
            const bool meant = is_bare_void(tag.name) || !bare || tag.name == "img";
            if (!meant) show(tag);
        } else if (bare && (follows_word(tag) || is_of_page(tag.name))) {
            show(tag);
        } else if (tag.name == "iframe" && !bare) {
            edits_.push_back({tag.end, tag.end, "</iframe>"});
        } else if (hides_text(tag.name)) {
            shown_.insert(tag.name);
            show(tag);
        } else if (!may_stay_open(tag.name)) {
            open_.push_back(tag.name);
        }
    }

    std::string_view html_;
    std::set<std::string>& shown_;
    std::vector<Tag> tags_;
    std::vector<bool> paired_;
    std::vector<Edit> edits_;
    std::vector<std::string> open_;
};

// An HTML block that goes on until its end is found, whatever is between.
struct EndlessBlock {
    std::string_view start;  // in lower case
    std::vector<std::string_view> ends;
};

const std::vector<EndlessBlock>& endless_blocks() {
    static const std::vector<std::string_view> text_ends = {"</script>", "</pre>", "</style>",
                                                            "</textarea>"};
    static const std::vector<EndlessBlock> blocks = {
        {"<!--", {"-->"}},      {"<script", text_ends},   {"<pre", text_ends},
        {"<style", text_ends},  {"<textarea", text_ends}, {"<?", {"?>"}},
        {"<![cdata[", {"]]>"}},
    };
    return blocks;
}

// Where the ends of endless blocks occur for the last time in a text.
class LastEnds {
  public:
    explicit LastEnds(std::string_view lower) : lower_(lower) {}

    bool has_after(std::string_view end, std::size_t position) {
        auto [known, added] = last_.try_emplace(end, 0);
        if (added) known->second = lower_.rfind(end);
        return known->second != std::string_view::npos && known->second > position;
    }

  private:
    std::string_view lower_;
    std::map<std::string_view, std::size_t> last_;
};

// The endless block that begins at `position` and has no end after it.
const EndlessBlock* endless_block_at(std::string_view lower, std::size_t position,
                                     LastEnds& last_ends) {
    const std::string_view rest = lower.substr(position);
    for (const EndlessBlock& block : endless_blocks()) {
        if (!rest.starts_with(block.start)) continue;
        const bool is_element = is_letter(block.start[1]);
        if (is_element && rest.size() > block.start.size() &&
            is_name_character(rest[block.start.size()])) {
            continue;
        }
        const bool ends = std::any_of(block.ends.begin(), block.ends.end(),
                                      [&](auto end) { return last_ends.has_after(end, position); });
        return ends ? nullptr : &block;
    }
    return nullptr;
}

}  // namespace

std::string repair_running_text(std::string_view html, const RawRanges& raw,
                                std::set<std::string>& shown) {
    return RunningText(html, raw, shown).repair();
}

void repair_blocks(std::string& html, const RawRanges& raw, std::set<std::string>& shown) {
    const std::vector<Tag> tags = tags_in(html, raw);
    std::map<std::string_view, std::size_t> last_end;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (tags[i].closes) last_end[tags[i].name] = i;
    }
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const Tag& tag = tags[i];
        const bool is_comment = tag.name == "!--";
        if (tag.closes || (!is_comment && !hides_text(tag.name))) continue;
        const auto found = last_end.find(tag.name);
        if (found != last_end.end() && found->second > i) continue;
        if (tag.name == "iframe") {
            edits.push_back({tag.end, tag.end, "</iframe>"});
            continue;
        }
        shown.insert(tag.name);
        edits.push_back({tag.begin, tag.end, escaped(html.substr(tag.begin, tag.end - tag.begin))});
    }
    if (!edits.empty()) html = with_edits(html, std::move(edits));
}

std::string escape_endless_blocks(std::string_view text, std::set<std::string>& shown) {
    const std::string lower = lower_ascii(text);
    LastEnds last_ends(lower);
    std::string out;
    FenceTracker fences;
    for (std::size_t start = 0; start < text.size();) {
        const std::string_view line = line_at(text, start);
        const std::size_t next = std::min(start + line.size() + 1, text.size());
        // The block may be in a quote or list item.
        const auto first = fences.is_code(line) ? std::string_view::npos
                                                : line.find_first_not_of(" \t>*+-.)0123456789");
        const bool may_begin = first != std::string_view::npos && line[first] == '<';
        const EndlessBlock* block =
            may_begin ? endless_block_at(lower, start + first, last_ends) : nullptr;
        if (block != nullptr) {
            shown.insert(std::string(block->start.substr(1)));
            out += text.substr(start, first);
            out += '\\';
            out += text.substr(start + first, next - start - first);
        } else {
            out += text.substr(start, next - start);
        }
        start = next;
    }
    return out;
}

std::string text_without_tags(std::string_view html) {
    std::string out;
    const std::vector<Tag> tags = tags_in(html, {{0, html.size()}});
    std::size_t position = 0;
    std::string_view hidden;  // the script or style sheet that is open
    const auto put = [&](std::size_t end) {
        if (!hidden.empty()) return;
        std::string_view rest = html.substr(position, end - position);
        while (!rest.empty()) {
            const auto comment = rest.find("<!--");
            out += rest.substr(0, comment);
            if (comment == std::string_view::npos) return;
            const auto close = rest.find("-->", comment);
            rest.remove_prefix(close == std::string_view::npos ? comment + 4 : close + 3);
        }
    };
    for (const Tag& tag : tags) {
        put(tag.begin);
        position = tag.end;
        if (tag.closes && tag.name == hidden) hidden = {};
        const bool hides = tag.name == "script" || tag.name == "style";
        if (!tag.closes && hidden.empty() && hides) hidden = tag.name;
    }
    put(html.size());
    return decode_entities(out);
}

}  // namespace broadsheet::press
