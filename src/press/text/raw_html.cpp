#include "press/text/raw_html.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "press/dialects/markdown_lines.h"
#include "press/html/entity.h"
#include "press/html/html_elements.h"
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
    bool closes_itself = false;  // <name/>
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

// Elements whose content a parser does not search for tags.
bool holds_raw_text(std::string_view name) {
    return name == "script" || name == "style" || name == "textarea";
}

// The offset of the end tag of an element, or 0 if it is not close by: the limit saves searching
// the whole text for each of many elements that are not closed.
std::size_t find_end_tag(std::string_view html, std::string_view name, std::size_t from) {
    constexpr std::size_t near = 100'000;
    const std::string rest = lower_ascii(html.substr(from, near));
    const auto found = rest.find("</" + std::string(name));
    return found == std::string::npos ? 0 : from + found;
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
            if (close == std::string_view::npos) tags.push_back({at, at + 4, "!--"});
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
        tag.closes_itself = html.substr(at, tag.end - at).ends_with("/>");
        tag.has_attributes = html.substr(next, tag.end - next).find_first_not_of(" \t\n/>") !=
                             std::string_view::npos;
        at = tag.end;
        if (!tag.closes && holds_raw_text(tag.name)) {
            // What looks like tags within a script is text.
            at = std::max(at, find_end_tag(part, tag.name, tag.end));
        }
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
           (treatment == Treatment::drop || treatment == Treatment::frame ||
            treatment == Treatment::plug_in);
}

// Elements of the page itself, which have no meaning in an article.
bool is_of_page(std::string_view name) {
    static constexpr std::array<std::string_view, 8> names = {"html", "head", "body",     "meta",
                                                              "link", "base", "frameset", "frame"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Void elements that are used without attributes.
bool is_bare_void(std::string_view name) { return name == "br" || name == "hr" || name == "wbr"; }

// True for a name that HTML does not have. A custom element has a hyphen, and other XML languages
// have a colon in their names; they are elements only where they are closed.
bool is_unknown(const Tag& tag, bool paired) {
    if (is_known_element(tag.name) || tag.name == "!--") return false;
    if (tag.name.find(':') != std::string::npos) return !paired && !tag.closes_itself;
    return !paired || tag.name.find('-') == std::string::npos;
}

// Marks the start tags that have an end tag, and the reverse.
std::vector<bool> paired_tags(const std::vector<Tag>& tags) {
    std::vector<bool> paired(tags.size());
    std::map<std::string_view, std::vector<std::size_t>> starts;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        std::vector<std::size_t>& open = starts[tags[i].name];
        if (!tags[i].closes) {
            open.push_back(i);
        } else if (!open.empty()) {
            paired[i] = paired[open.back()] = true;
            open.pop_back();
        }
    }
    return paired;
}

// A piece of the text to replace.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

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
    RunningText(std::string_view html, const RawRanges& raw, HtmlProblems& problems)
        : html_(html),
          problems_(problems),
          tags_(tags_in(html, raw)),
          paired_(paired_tags(tags_)) {}

    std::string repair() {
        for (std::size_t i = 0; i < tags_.size(); ++i) repair(i);
        // The innermost element ends first.
        std::string ends;
        for (auto each = open_.rbegin(); each != open_.rend(); ++each) ends += "</" + *each + ">";
        if (!ends.empty()) edits_.push_back({html_.size(), html_.size(), ends});
        return edits_.empty() ? std::string(html_) : with_edits(html_, std::move(edits_));
    }

  private:
    bool follows_word(const Tag& tag) const {
        if (tag.begin == 0) return false;
        const char before = html_[tag.begin - 1];
        return is_letter(before) || is_digit(before) || before == '_';
    }

    // True if the tag stands where a word of a sentence would: "the <section> element", "<b>, or".
    // A tag that begins something is followed by it, and one whose end is optional often by a new
    // sentence. In a sentence, nobody begins a block that must be closed.
    bool is_named(const Tag& tag) const {
        if (begins_html_block(tag.name) && !may_stay_open(tag.name)) return true;
        static constexpr std::string_view before = " \n\t(/\"'";
        if (tag.begin > 0 && before.find(html_[tag.begin - 1]) == std::string_view::npos) {
            return false;
        }
        const std::string_view rest = html_.substr(tag.end);
        if (rest.empty()) return false;
        if (std::string_view(".,;:)?!'\"").find(rest[0]) != std::string_view::npos) return true;
        const auto next = rest.find_first_not_of(" \n");
        if (next == 0 || next == std::string_view::npos) return false;
        return (rest[next] >= 'a' && rest[next] <= 'z') || rest[next] == '(';
    }

    bool has_values(const Tag& tag) const {
        return html_.substr(tag.begin, tag.end - tag.begin).find('=') != std::string_view::npos;
    }

    void show(const Tag& tag) {
        edits_.push_back(
            {tag.begin, tag.end, escaped(html_.substr(tag.begin, tag.end - tag.begin))});
    }

    void repair(std::size_t i) {
        const Tag& tag = tags_[i];
        if (!is_known_element(tag.name)) {
            if (is_unknown(tag, paired_[i])) show(tag);
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
        } else if ((!has_values(tag) && follows_word(tag)) || (bare && is_of_page(tag.name))) {
            show(tag);
        } else if (bare && is_named(tag)) {
            problems_.shown.insert(tag.name);
            show(tag);
        } else if (tag.name == "iframe" && !bare) {
            edits_.push_back({tag.end, tag.end, "</iframe>"});
        } else if (hides_text(tag.name)) {
            problems_.shown.insert(tag.name);
            show(tag);
        } else if (!may_stay_open(tag.name)) {
            open_.push_back(tag.name);
        }
    }

    std::string_view html_;
    HtmlProblems& problems_;
    std::vector<Tag> tags_;
    std::vector<bool> paired_;
    std::vector<Edit> edits_;
    std::vector<std::string> open_;
};

// Elements around other blocks, of which a reader sees whether they end. What follows is in them
// until they are closed.
bool is_visible_container(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"aside", "blockquote", "center", "details", "dl", "fieldset", "figure", "footer", "form",
         "menu", "ol", "table", "ul"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that hold a line of text, although they begin an HTML block.
bool holds_a_line(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"summary", "caption", "figcaption", "legend", "h1", "h2", "h3", "h4", "h5", "h6"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Repairs the tags in the author's HTML blocks. They are paired with those in the text between,
// which may close them.
class BlockRepair {
  public:
    BlockRepair(std::string& html, const RawRanges& raw, HtmlProblems& problems)
        : html_(html),
          raw_(raw),
          problems_(problems),
          tags_(tags_in(html, {{0, html.size()}})),
          paired_(paired_tags(tags_)) {}

    void repair() {
        std::size_t tag = 0;
        for (const auto& [begin, end] : raw_) {
            open_.clear();
            for (; tag < tags_.size() && tags_[tag].begin < end; ++tag) {
                if (tags_[tag].begin >= begin) repair(tags_[tag], paired_[tag]);
            }
            // The innermost element ends first.
            std::string ends;
            for (auto each = open_.rbegin(); each != open_.rend(); ++each) {
                ends += "</" + *each + ">";
            }
            if (!ends.empty()) edits_.push_back({end, end, std::move(ends)});
        }
        if (!edits_.empty()) html_ = with_edits(html_, std::move(edits_));
    }

  private:
    void show(const Tag& tag) {
        edits_.push_back(
            {tag.begin, tag.end, escaped(html_.substr(tag.begin, tag.end - tag.begin))});
    }

    void repair(const Tag& tag, bool paired) {
        if (is_unknown(tag, paired)) {
            if (!paired) return show(tag);
            if (!tag.closes) problems_.unknown.insert(tag.name);
        } else if (paired || tag.closes || is_void_element(tag.name)) {
            return;
        } else if (tag.name == "iframe") {
            edits_.push_back({tag.end, tag.end, "</iframe>"});
        } else if (tag.name == "!--" || hides_text(tag.name)) {
            problems_.shown.insert(tag.name);
            show(tag);
        } else if (is_visible_container(tag.name)) {
            problems_.open.insert(tag.name);
        } else if (holds_a_line(tag.name) ||
                   (is_known_element(tag.name) && !begins_html_block(tag.name) &&
                    !may_stay_open(tag.name))) {
            open_.push_back(tag.name);
        }
    }

    std::string& html_;
    const RawRanges& raw_;
    HtmlProblems& problems_;
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
        {"<!--", {"-->"}},        {"<script", text_ends},
        {"<pre", text_ends},      {"<style", text_ends},
        {"<textarea", text_ends}, {"<?", {"?>"}},
        {"<![cdata[", {"]]>"}},   {"<!", {">"}},
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
        const bool followed =
            rest.size() > block.start.size() && is_name_character(rest[block.start.size()]);
        if (is_element && followed) continue;
        bool ends = std::any_of(block.ends.begin(), block.ends.end(),
                                [&](auto end) { return last_ends.has_after(end, position); });
        // The end of a declaration such as <!DOCTYPE html> is also a common sign, so it counts only
        // in the same paragraph.
        if (block.start == "<!") {
            if (!followed) continue;
            ends = rest.find('>') < rest.find("\n\n");
        }
        return ends ? nullptr : &block;
    }
    return nullptr;
}

// What begins the block, without its "<": "!--", "script", "!DOCTYPE". The names of elements are in
// lower case.
std::string name_of_block(std::string_view text, const EndlessBlock& block) {
    if (is_letter(block.start[1])) return std::string(block.start.substr(1));
    std::size_t end = block.start.size();
    if (block.start == "<!") {
        while (end < text.size() && is_name_character(text[end])) ++end;
    }
    return std::string(text.substr(1, end - 1));
}

}  // namespace

std::string repair_running_text(std::string_view html, const RawRanges& raw,
                                HtmlProblems& problems) {
    return RunningText(html, raw, problems).repair();
}

void repair_blocks(std::string& html, const RawRanges& raw, HtmlProblems& problems) {
    if (raw.empty()) return;
    BlockRepair(html, raw, problems).repair();
}

std::string escape_endless_blocks(std::string_view text, HtmlProblems& problems) {
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
            problems.shown.insert(name_of_block(text.substr(start + first), *block));
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
