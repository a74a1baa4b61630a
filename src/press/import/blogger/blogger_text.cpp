// The texts and addresses of Blogger.
#include <algorithm>
#include <string>
#include <string_view>

#include "addresses/feed.h"
#include "addresses/slug.h"
#include "press/import/blogger/blogger_reader.h"
#include "press/import/exports/tag_end.h"
#include "press/import/items/imported_site.h"
#include "press/import/items/item_converter.h"
#include "press/import/texts/paragraphs.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::lower_ascii;

bool starts_with_tag(std::string_view html, std::string_view name) {
    if (html.size() <= name.size() + 1) return false;
    const char after = html[name.size() + 1];
    return lower_ascii(html.substr(1, name.size())) == name &&
           (after == ' ' || after == '>' || after == '/' || after == '\n');
}

// The length of white space, no-break spaces and a <br> at the beginning; 0 if there is no <br>.
std::size_t break_length(std::string_view html) {
    std::size_t i = 0;
    while (i < html.size()) {
        if (html[i] == ' ' || html[i] == '\n' || html[i] == '\t') {
            ++i;
        } else if (html.substr(i).starts_with("&nbsp;")) {
            i += std::string_view("&nbsp;").size();
        } else if (html.substr(i).starts_with("\xC2\xA0")) {
            i += 2;
        } else {
            break;
        }
    }
    if (i >= html.size() || html[i] != '<' || !starts_with_tag(html.substr(i), "br")) return 0;
    const std::size_t end = end_of_tag(html, i);
    return end == std::string_view::npos ? 0 : end + 1;
}

// Line ends are spaces and two breaks are a blank line, as in the texts of the classic editor.
class Lines {
  public:
    explicit Lines(std::string_view html) : html_(html) {}

    std::string make() {
        while (at_ < html_.size()) {
            if (html_[at_] == '<') {
                put_tag();
            } else {
                out_ += html_[at_] == '\n' ? ' ' : html_[at_];
                ++at_;
            }
        }
        return std::move(out_);
    }

  private:
    void put_tag() {
        const std::string_view rest = html_.substr(at_);
        if (starts_with_tag(rest, "br")) return put_breaks();
        // The end of what lists show of a post.
        if (starts_with_tag(rest, "a")) {
            const std::size_t end = end_of_tag(rest, 0);
            if (end != std::string_view::npos) {
                const std::string_view tag = rest.substr(0, end);
                if (tag.find("name=\"more\"") != std::string_view::npos ||
                    tag.find("name='more'") != std::string_view::npos) {
                    out_ += more_html();
                    at_ += end + 1;
                    if (html_.substr(at_).starts_with("</a>")) at_ += 4;
                    return;
                }
            }
        }
        if (starts_with_tag(rest, "table") && put_captioned_picture(rest)) return;
        if (starts_with_tag(rest, "pre")) {
            const std::size_t close = std::min(rest.find("</pre>"), rest.size());
            out_ += rest.substr(0, close);
            at_ += close;
            return;
        }
        const std::size_t end = std::min(end_of_tag(rest, 0), rest.size() - 1) + 1;
        std::string tag(rest.substr(0, end));
        std::replace(tag.begin(), tag.end(), '\n', ' ');
        out_ += tag;
        at_ += end;
    }

    void put_breaks() {
        int breaks = 0;
        for (std::size_t length = break_length(html_.substr(at_)); length > 0;
             length = break_length(html_.substr(at_))) {
            at_ += length;
            ++breaks;
        }
        if (breaks == 0) {
            out_ += html_[at_++];
        } else {
            out_ += breaks == 1 ? "<br />" : "\n\n";
        }
    }

    // A table with a picture and its caption is how Blogger's editor makes captions.
    bool put_captioned_picture(std::string_view rest) {
        const std::size_t end = end_of_tag(rest, 0);
        const std::size_t close = rest.find("</table>");
        if (end == std::string_view::npos || close == std::string_view::npos) return false;
        if (rest.substr(0, end).find("tr-caption-container") == std::string_view::npos) {
            return false;
        }
        const std::string_view inner = rest.substr(end + 1, close - end - 1);
        const std::size_t image = inner.find("<img");
        const std::size_t cell = inner.find("tr-caption\"");
        if (image == std::string_view::npos || cell == std::string_view::npos || cell < image) {
            return false;
        }
        const std::size_t image_end = end_of_tag(inner, image);
        const std::size_t text = inner.find('>', cell);
        if (image_end == std::string_view::npos || text == std::string_view::npos) return false;
        out_ += "\n\n<figure>";
        out_ += inner.substr(image, image_end + 1 - image);
        out_ += "<figcaption>";
        out_ += inner.substr(text + 1, inner.find("</td>", text) - text - 1);
        out_ += "</figcaption></figure>\n\n";
        at_ += close + std::string_view("</table>").size();
        return true;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string out_;
};

// Removes the <div dir="ltr" trbidi="on"> that Blogger's editor puts around a whole text.
void remove_wrapper(std::string& text) {
    constexpr std::string_view end_tag = "</div>";
    const auto first = text.find_first_not_of(" \t\n");
    const auto last = text.find_last_not_of(" \t\n") + 1;
    if (first == std::string::npos || !starts_with_tag(std::string_view(text).substr(first), "div"))
        return;
    const std::size_t end = end_of_tag(text, first);
    const std::string_view whole = std::string_view(text).substr(0, last);
    if (end == std::string::npos || !whole.ends_with(end_tag)) return;
    if (whole.substr(first, end - first).find("trbidi") == std::string_view::npos) return;
    text = text.substr(end + 1, last - end_tag.size() - end - 1);
}

// The host of an address, in lower case.
std::string host_of(std::string_view address) {
    const auto begin = address.find("//");
    if (begin == std::string_view::npos) return {};
    const std::string_view rest = address.substr(begin + 2);
    return lower_ascii(rest.substr(0, rest.find_first_of("/?#:")));
}

// A part of the path that asks for a size: "s320", "s1600-h", "w640-h480".
bool is_size(std::string_view part) {
    if (part.size() < 2 || (part[0] != 's' && part[0] != 'w' && part[0] != 'h')) return false;
    if (!strings::is_digit(part[1])) return false;
    return std::all_of(
               part.begin(), part.end(),
               [](char c) { return strings::is_digit(c) || c == '-' || (c >= 'a' && c <= 'z'); }) &&
           part.size() < 24;
}

}  // namespace

ImportedText read_blogger_text(std::string_view content, const TextContext& context) {
    ImportedText result;
    std::string text(content);
    replace_all(text, more_mark, "");
    remove_wrapper(text);
    result.double_references = repair_double_references(text);
    replace_all(text, "<!--more-->", more_html());
    add_html(with_paragraphs(Lines(text).make()), context, result);
    return result;
}

bool is_blogger_media(std::string_view address) {
    const std::string host = host_of(address);
    return host == "blogger.googleusercontent.com" || host.ends_with(".bp.blogspot.com") ||
           (host.starts_with("lh") &&
            (host.ends_with(".googleusercontent.com") || host.ends_with(".ggpht.com")));
}

std::string blogger_original(const std::string& address) {
    const auto name = address.rfind('/');
    if (name == std::string::npos || name == 0) return {};
    const auto size = address.rfind('/', name - 1);
    if (size == std::string::npos) return {};
    if (!is_size(std::string_view(address).substr(size + 1, name - size - 1))) return {};
    return address.substr(0, size) + "/s0" + address.substr(name);
}

void add_blogger_addresses(const ImportedSite& site, const ItemConverter& items,
                           OldAddresses& all) {
    for (const auto& [slug, term] : site.tags) {
        // Hosts cannot tell such a name from a query or an escape.
        if (term.name.find_first_of("?#%\\") != std::string::npos) continue;
        const std::string list = "/tag/" + addresses::term_slug(written_name(term)) + "/";
        all.emplace("/search/label/" + term.name, list);
        all.emplace("/feeds/posts/default/-/" + term.name, addresses::feed_path(list));
    }
    for (const auto& [number, path] : items.published_paths()) {
        // "/2019/05/name.html" was also in the list of its month.
        constexpr std::size_t month = 8;
        const bool has_month = path.size() > month + 1 && path[5] == '/' && path[month] == '/' &&
                               strings::is_digit(path[1]) && strings::is_digit(path[6]);
        if (!has_month) continue;
        all.emplace("/" + path.substr(1, 4) + "_" + path.substr(6, 2) + "_01_archive.html",
                    path.substr(0, month + 1));
    }
    for (const char* feed : {"/feeds/posts/default", "/feeds/posts/summary", "/rss.xml"}) {
        all.emplace(feed, "/feed.xml");
    }
}

}  // namespace broadsheet::press
