#include "press/import/wordpress/wordpress_text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "press/import/exports/import_record.h"
#include "press/import/texts/paragraphs.h"
#include "press/import/wordpress/block_comments.h"
#include "press/import/wordpress/block_words.h"
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

// Removes elements that have the mark in their first tag, and for whose place `is_wanted` is true.
void erase_elements(
    std::string& text, std::string_view mark, std::string_view tag, std::string_view end_tag,
    const std::function<bool(std::size_t)>& is_wanted = [](std::size_t) { return true; }) {
    std::size_t at = 0;
    while ((at = text.find(mark, at)) != std::string::npos) {
        const auto begin = text.rfind('<', at);
        const auto end = text.find(end_tag, at);
        const bool is_element =
            begin != std::string::npos && text.compare(begin, tag.size(), tag) == 0;
        if (end == std::string::npos) return;
        if (!is_element || !is_wanted(begin)) {
            ++at;
            continue;
        }
        text.erase(begin, end + end_tag.size() - begin);
        at = begin;
    }
}

// Removes the tags `<button …>` of folding headings, whose text stays, and their signs.
void remove_toggles(std::string& text) {
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
    erase_elements(text, "__toggle-icon", "<span ", "</span>");
}

// Removes the second link of a file, which says "Download". A file may have that link alone.
void remove_second_links(std::string& text) {
    std::size_t seen = 0;
    erase_elements(text, "wp-block-file__button", "<a ", "</a>", [&](std::size_t begin) {
        const std::string_view before = std::string_view(text).substr(seen, begin - seen);
        seen = begin;
        const auto file = before.rfind("class=\"wp-block-file");
        return file == std::string_view::npos || before.find("<a ", file) != std::string_view::npos;
    });
}

// What a tag says that stands for a picture; still escaped.
std::string_view label_in(std::string_view tag) {
    constexpr std::string_view mark = " aria-label=\"";
    const auto at = tag.find(mark);
    if (at == std::string_view::npos) return {};
    const std::string_view value = tag.substr(at + mark.size());
    return value.substr(0, value.find('"'));
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
        const std::string_view rest = std::string_view(text).substr(end + 1);
        const std::string_view shown = trimmed(rest.substr(0, rest.find('>')));
        if (shown.starts_with("<img") && shown.find(address) != std::string_view::npos) continue;
        std::string figure = "<figure><img src=\"";
        figure += address;
        figure += "\" alt=\"";
        figure += label_in(std::string_view(text).substr(tag, end - tag));
        figure += "\" /></figure>";
        text.insert(end + 1, figure);
        at = end + 1 + figure.size();
    }
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
            } else if (block->name == "block" && !block->closes) {
                put_single(*block, depth, out);
                at = end_of_block(text, *block);
            } else if (block->closes) {
                open = std::max(0, open - 1);
            } else if (block->name == "query-no-results") {
                at = end_of_block(text, *block);  // WordPress shows it only in place of a list
            } else if (is_embed(block->name) && put_embed(text, *block, at, out)) {
                continue;
            } else {
                out += html_before(*block);
                ++open;
            }
        }
    }

  private:
    static std::size_t end_of_block(std::string_view text, const BlockComment& begin) {
        const auto close = closing_comment(text, begin);
        return close ? close->end : text.size();
    }

    static bool is_embed(const std::string& name) {
        return name == "embed" || name.starts_with("core-embed/");
    }

    // The address that is the text of an embed.
    static std::string address_in(std::string_view html) {
        const auto begin = std::min(html.find("https://"), html.find("http://"));
        if (begin == std::string_view::npos || begin == 0) return {};
        const std::string_view before = trimmed(html.substr(0, begin));
        const std::string_view rest = html.substr(begin);
        const std::string_view address = trimmed(rest.substr(0, rest.find('<')));
        const bool is_alone =
            before.ends_with('>') && address.find_first_of(" \n\"") == std::string_view::npos;
        return is_alone ? std::string(address) : std::string();
    }

    // Replaces an embed by its frame and caption, and moves `at` after its end.
    static bool put_embed(std::string_view text, const BlockComment& block, std::size_t& at,
                          std::string& out) {
        const auto end = next_block(text, block.end);
        if (!end || !end->closes) return false;
        const std::string_view inner = text.substr(block.end, end->begin - block.end);
        std::string address = text_attribute(block, "url");
        if (address.empty()) address = address_in(inner);
        if (address.empty()) return false;
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
                std::string inner = with_overrides(*reusable, block);
                protect_wordpress_code(inner);
                out += html_of(inner, depth + 1);
                return;
            }
        }
        if (const std::string html = html_of_attributes(block); !html.empty()) {
            out += html;
            return;
        }
        ++result_.dropped_blocks[block.name];
        out += words_of_fields(block);
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
    remove_toggles(text);
    remove_second_links(text);
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
