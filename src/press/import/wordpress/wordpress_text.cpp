#include "press/import/wordpress/wordpress_text.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "press/import/exports/import_record.h"
#include "press/import/texts/paragraphs.h"
#include "press/import/wordpress/shortcodes.h"
#include "press/import/wordpress/wordpress_code.h"
#include "press/import/wordpress/wordpress_footnotes.h"
#include "press/import/wordpress/wordpress_formulas.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::trimmed;

// Replaces <!--more--> by its mark, and removes <!--nextpage-->.
void mark_more(std::string& text) {
    replace_all(text, more_mark, "");
    const auto at = text.find("<!--more");
    if (at != std::string::npos) {
        const auto end = text.find("-->", at);
        if (end != std::string::npos) text.replace(at, end + 3 - at, more_html());
    }
    replace_all(text, "<!--nextpage-->", "\n\n");
}

// Removes the tags `<button …>` of folding headings, whose text stays, and the second link of a
// file, which says "Download".
void remove_controls(std::string& text) {
    for (auto at = text.find("<button"); at != std::string::npos; at = text.find("<button", at)) {
        const auto end = text.find('>', at);
        if (end == std::string::npos) break;
        const std::string tag = text.substr(at, end - at);
        if (tag.find("accordion") != std::string::npos || tag.find("toggle") != std::string::npos) {
            text.erase(at, end + 1 - at);
        } else {
            at = end;
        }
    }
    constexpr std::string_view link_end = "</a>";
    std::size_t at = 0;
    while ((at = text.find("wp-block-file__button", at)) != std::string::npos) {
        const auto begin = text.rfind('<', at);
        const auto end = text.find(link_end, at);
        const bool is_link = begin != std::string::npos && text.compare(begin, 3, "<a ") == 0;
        if (!is_link || end == std::string::npos) {
            ++at;
            continue;
        }
        text.erase(begin, end + link_end.size() - begin);
        at = begin;
    }
}

// Puts pictures that a block shows as its background into the block.
void show_backgrounds(std::string& text) {
    constexpr std::string_view mark = "background-image:";
    std::size_t at = 0;
    while ((at = text.find(mark, at)) != std::string::npos) {
        const auto tag = text.rfind('<', at);
        auto begin = at + mark.size();
        at = begin;
        while (begin < text.size() && text[begin] == ' ') ++begin;
        if (tag == std::string::npos || text.compare(begin, 4, "url(") != 0) continue;
        const auto close = text.find(')', begin);
        const auto end = close == std::string::npos ? close : text.find('>', close);
        if (end == std::string::npos || text.find('>', tag) != end) continue;
        std::string address = text.substr(begin + 4, close - begin - 4);
        for (const std::string_view quote : {"&quot;", "&#039;", "\"", "'"}) {
            replace_all(address, quote, "");
        }
        const std::string figure = "<figure><img src=\"" + address + "\" alt=\"\" /></figure>";
        text.insert(end + 1, figure);
        at = end + 1 + figure.size();
    }
}

// The comment of a block: <!-- wp:name {"key":"value"} -->.
struct BlockComment {
    std::string name;  // without "wp:"
    std::string_view attributes;
    bool closes = false;
    bool is_single = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::optional<BlockComment> next_block(std::string_view text, std::size_t from) {
    for (auto at = text.find("<!--", from); at != std::string_view::npos;
         at = text.find("<!--", at + 4)) {
        const auto end = text.find("-->", at);
        if (end == std::string_view::npos) return std::nullopt;
        std::string_view inner = trimmed(text.substr(at + 4, end - at - 4));
        BlockComment block;
        block.closes = inner.starts_with("/wp:");
        if (!block.closes && !inner.starts_with("wp:")) continue;
        inner.remove_prefix(block.closes ? 4 : 3);
        block.is_single = inner.ends_with('/');
        if (block.is_single) inner.remove_suffix(1);
        const auto name = std::min(inner.find_first_of(" \n"), inner.size());
        block.name = inner.substr(0, name);
        block.attributes = inner.substr(name);
        block.begin = at;
        block.end = end + 3;
        return block;
    }
    return std::nullopt;
}

// The place after the end of a block; the end of the text if it has none.
std::size_t end_of_block(std::string_view text, const BlockComment& begin) {
    int open = 1;
    for (auto block = next_block(text, begin.end); block; block = next_block(text, block->end)) {
        if (block->name != begin.name || block->is_single) continue;
        open += block->closes ? -1 : 1;
        if (open == 0) return block->end;
    }
    return text.size();
}

// The attributes of a block; empty if they are damaged.
nlohmann::json attributes_of(const BlockComment& block) {
    auto json = nlohmann::json::parse(block.attributes, nullptr, false);
    return json.is_object() ? json : nlohmann::json::object();
}

std::string text_attribute(const BlockComment& block, const char* name) {
    const auto attributes = attributes_of(block);
    const auto found = attributes.find(name);
    return found != attributes.end() && found->is_string() ? found->get<std::string>()
                                                           : std::string();
}

ItemNumber number_attribute(const BlockComment& block, const char* name) {
    const auto attributes = attributes_of(block);
    const auto found = attributes.find(name);
    return found != attributes.end() && found->is_number_integer() ? found->get<ItemNumber>() : 0;
}

class BlockReader {
  public:
    BlockReader(const TextContext& context, ImportedText& result)
        : context_(context), result_(result) {}

    // HTML without the comments of blocks. Text outside blocks is that of the classic editor.
    std::string html_of(std::string_view text, int depth) {
        std::string out;
        int open = 0;
        std::size_t at = 0;
        while (true) {
            const auto block = next_block(text, at);
            const std::size_t end = block ? block->begin : text.size();
            const std::string part =
                without_shortcodes(text.substr(at, end - at), context_, result_.dropped_shortcodes);
            out += open > 0 ? part : with_paragraphs(part);
            if (!block) return out;
            at = block->end;
            if (block->is_single) {
                put_single(*block, depth, out);
            } else if (block->closes) {
                open = std::max(0, open - 1);
            } else if (block->name == "query-no-results") {
                at = end_of_block(text, *block);  // WordPress shows it only in place of a list
            } else if (is_embed(block->name) && put_embed(text, *block, at, out)) {
                continue;
            } else {
                ++open;
            }
        }
    }

  private:
    static bool is_embed(const std::string& name) {
        return name == "embed" || name.starts_with("core-embed/");
    }

    // Replaces an embed by its frame and caption, and moves `at` after its end.
    static bool put_embed(std::string_view text, const BlockComment& block, std::size_t& at,
                          std::string& out) {
        const std::string address = text_attribute(block, "url");
        const auto end = next_block(text, block.end);
        if (address.empty() || !end || !end->closes) return false;
        const std::string_view inner = text.substr(block.end, end->begin - block.end);
        const auto caption = inner.find("<figcaption");
        out += embed_html(address);
        if (caption != std::string_view::npos) {
            const auto begin = inner.find('>', caption) + 1;
            out += "<p>" +
                   std::string(inner.substr(begin, inner.find("</figcaption", begin) - begin)) +
                   "</p>";
        }
        at = end->end;
        return true;
    }

    // A block without content in the text: WordPress makes it when it shows the page.
    void put_single(const BlockComment& block, int depth, std::string& out) {
        constexpr int deepest = 5;
        static constexpr auto empty =
            std::to_array<std::string_view>({"more", "nextpage", "spacer", "footnotes"});
        if (std::find(empty.begin(), empty.end(), block.name) != empty.end()) return;
        if (block.name == "separator") {
            out += "<hr>";
            return;
        }
        if (block.name == "block") {
            const ItemNumber number = number_attribute(block, "ref");
            const std::string* reusable = context_.reusable(number);
            if (reusable != nullptr && depth < deepest) {
                std::string inner = *reusable;
                protect_wordpress_code(inner);
                out += html_of(inner, depth + 1);
                return;
            }
        }
        ++result_.dropped_blocks[block.name];
        constexpr std::string_view of_custom_fields = "acf/";
        if (block.name.starts_with(of_custom_fields)) out += field_words(block);
    }

    // The sentences in the fields of a block that a theme shows in its own way. Others are numbers,
    // addresses and choices.
    static std::string field_words(const BlockComment& block) {
        const auto attributes = attributes_of(block);
        const auto data = attributes.find("data");
        std::string html;
        if (data == attributes.end() || !data->is_object()) return html;
        for (const auto& [name, value] : data->items()) {
            if (name.starts_with('_') || !value.is_string()) continue;
            const auto& words = value.template get_ref<const std::string&>();
            if (words.find(' ') == std::string::npos || words.find("://") < words.find(' ')) {
                continue;
            }
            html += "<div>" + with_paragraphs(words) + "</div>\n";
        }
        return html;
    }

    const TextContext& context_;
    ImportedText& result_;
};

}  // namespace

ImportedText read_wordpress_text(std::string_view content, const TextContext& context) {
    ImportedText result;
    std::string text(content);
    protect_wordpress_code(text);
    result.double_references = repair_double_references(text);
    mark_more(text);
    remove_controls(text);
    show_backgrounds(text);
    result.formulas = mark_wordpress_formulas(text);
    WordpressFootnotes footnotes(context.footnotes);
    footnotes.mark(text);
    const std::string html = BlockReader(context, result).html_of(text, 0);
    add_html(html, context, result);
    footnotes.place(result.document, context);
    return result;
}

}  // namespace broadsheet::press
