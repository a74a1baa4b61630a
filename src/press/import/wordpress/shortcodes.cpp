#include "press/import/wordpress/shortcodes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "press/html/entity.h"
#include "press/import/texts/paragraphs.h"
#include "press/import/wordpress/page_builders.h"
#include "press/import/wordpress/shortcode.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::trimmed;

bool is_of_plugin(std::string_view name) {
    static constexpr auto starts = std::to_array<std::string_view>(
        {"contact-form", "wpforms",     "gravityform", "ninja_form", "mc4wp",      "et_pb",
         "vc_",          "su_",         "fusion_",     "av_",        "rev_slider", "layerslider",
         "metaslider",   "smartslider", "woocommerce", "products",   "jetpack",    "tablepress",
         "ngg",          "nggallery",   "elementor",   "sitemap",    "archives",   "toc",
         "adrotate",     "polldaddy",   "wp-",         "wp_"});
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return name.starts_with(start); });
}

// Shortcodes that stand for an address. It begins like this if only an identifier is given; empty:
// there must be an address.
std::optional<std::string_view> address_of_embed(std::string_view name) {
    static constexpr auto embeds = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"youtube", "https://www.youtube.com/watch?v="},
        {"embedyt", "https://www.youtube.com/watch?v="},
        {"vimeo", "https://vimeo.com/"},
        {"dailymotion", "https://www.dailymotion.com/video/"},
        {"tweet", "https://twitter.com/i/status/"},
        {"twitter", "https://twitter.com/i/status/"},
        {"gist", "https://gist.github.com/"},
        {"instagram", "https://www.instagram.com/p/"},
        {"soundcloud", ""},
        {"spotify", ""},
    });
    for (const auto& [known, address] : embeds) {
        if (known == name) return address;
    }
    return std::nullopt;
}

class Expander {
  public:
    Expander(std::string_view html, const TextContext& context, std::map<std::string, int>& dropped)
        : html_(html), context_(context), dropped_(dropped) {}

    std::string expand() {
        std::size_t i = 0;
        while (i < html_.size()) {
            const std::size_t next = std::min(html_.find_first_of("<[", i), html_.size());
            out_ += html_.substr(i, next - i);
            i = next;
            if (i == html_.size()) break;
            i = html_[i] == '<' ? skip_tag(i) : put_shortcode(i);
        }
        return std::move(out_);
    }

  private:
    // Tags, and code between them, are no place for shortcodes.
    std::size_t skip_tag(std::size_t at) {
        std::size_t end = std::min(html_.find('>', at), html_.size() - 1) + 1;
        for (const std::string_view name : {"pre", "code", "script", "style"}) {
            const std::string start = "<" + std::string(name);
            if (!html_.substr(at).starts_with(start)) continue;
            const std::size_t close = html_.find("</" + std::string(name) + ">", end);
            if (close != std::string_view::npos) end = close;
            break;
        }
        out_ += html_.substr(at, end - at);
        return end;
    }

    std::size_t put_shortcode(std::size_t at) {
        const Shortcode code = shortcode_at(html_, at);
        if (code.name.empty()) {
            out_ += html_[at];
            return at + 1;
        }
        // [[name]] shows "[name]".
        if (at > 0 && html_[at - 1] == '[' && code.end < html_.size() && html_[code.end] == ']') {
            out_ += html_.substr(at + 1, code.end - at - 1);
            return code.end + 1;
        }
        const std::string end_tag = "[/" + code.name + "]";
        const std::size_t close = code.closes || code.is_single || !has_end(end_tag, code.end)
                                      ? std::string_view::npos
                                      : html_.find(end_tag, code.end);
        const bool encloses = close != std::string_view::npos;
        const std::string_view inner =
            encloses ? html_.substr(code.end, close - code.end) : std::string_view();
        const std::size_t end = encloses ? close + end_tag.size() : code.end;
        // So does [[name]text[/name]].
        if (encloses && at > 0 && html_[at - 1] == '[' && html_.substr(end).starts_with(']')) {
            out_ += html_.substr(at + 1, end - at - 1);
            return end + 1;
        }
        if (!code.closes && put_known(code, inner)) return end;
        const bool is_meant = encloses || code.closes || code.is_single ||
                              has_named_attribute(code) || is_of_plugin(code.name) ||
                              code.name.find('_') != std::string::npos;
        if (!is_meant) {
            out_ += html_[at];
            return at + 1;
        }
        if (const std::size_t next = put_built(code, inner, end)) return next;
        if (!code.closes) ++dropped_[code.name];
        return code.end;  // what it encloses is read as any text
    }

    // Remembers the last end of each name, so that many starts without one are not all searched
    // for.
    bool has_end(const std::string& end_tag, std::size_t from) {
        const auto [known, added] = last_ends_.try_emplace(end_tag, 0);
        if (added) known->second = html_.rfind(end_tag);
        return known->second != std::string_view::npos && known->second >= from;
    }

    static bool has_named_attribute(const Shortcode& code) {
        return std::any_of(code.attributes.begin(), code.attributes.end(),
                           [](const auto& each) { return strings::is_letter(each.first[0]); });
    }

    // Each shortcode of a page builder begins a block, except those with a usual name within a
    // line. Returns where reading goes on; 0 if it is not one of them.
    std::size_t put_built(const Shortcode& code, std::string_view inner, std::size_t end) {
        const BuilderKind kind = builder_kind(code.name);
        const bool begins = out_.empty() || out_.ends_with('\n') || out_.ends_with('>');
        const std::string_view after = html_.substr(code.end);
        const bool ends =
            after.empty() || std::string_view("\n\r[<").find(after[0]) != std::string_view::npos;
        const bool is_block = kind == BuilderKind::builder ||
                              (kind == BuilderKind::usual_name && (code.closes ? ends : begins));
        if (!is_block && kind != BuilderKind::none && !code.closes) {
            const std::string link = built_link(code, inner);
            out_ += link;
            return link.empty() ? 0 : end;
        }
        if (!is_block) return 0;
        out_ += "\n\n";
        if (code.closes) return code.end;
        const BuiltPart part = built_part(code, inner, context_);
        out_ += part.html + "\n\n";
        if (part.is_unknown) ++dropped_[code.name];
        return part.has_inner ? end : code.end;
    }

    bool put_known(const Shortcode& code, std::string_view inner) {
        const std::string& name = code.name;
        if (name == "caption" || name == "wp_caption") {
            put_caption(code, inner);
        } else if (name == "gallery") {
            put_gallery(code);
        } else if (name == "playlist") {
            put_playlist(code);
        } else if (name == "embed") {
            out_ += "\n\n" + embed_html(trimmed(inner)) + "\n\n";
        } else if (name == "audio" || name == "video") {
            put_media(code, inner);
        } else if (const auto begin = address_of_embed(name)) {
            return put_embed(code, inner, *begin);
        } else {
            return false;
        }
        return true;
    }

    // False if the shortcode has neither an address nor an identifier.
    bool put_embed(const Shortcode& code, std::string_view inner, std::string_view begin) {
        std::string address = code.first_of({"url", "src", "id", "tweet", "0"});
        if (address.empty()) address = decode_entities(trimmed(inner));
        const bool is_whole = address.starts_with("https://") || address.starts_with("http://");
        const bool is_word = address.find_first_of(" \t\n<>\"") == std::string::npos;
        // Several words are words in brackets.
        if (!is_whole && code.attributes.contains("1")) return false;
        if (address.empty() || !is_word || (!is_whole && begin.empty())) return false;
        out_ += "\n\n" + embed_html((is_whole ? "" : std::string(begin)) + address) + "\n\n";
        return true;
    }

    // The picture, which may be in a link, and the text after it.
    void put_caption(const Shortcode& code, std::string_view inner) {
        std::string given = code.first_of({"caption"});
        const std::size_t image = inner.find("<img");
        if (image == std::string_view::npos) {
            // A film, words alone, or a caption whose end is missing: nothing to put a frame
            // around.
            out_ += inner;
            if (!trimmed(inner).empty() && !given.empty()) out_ += "\n\n" + given + "\n\n";
            return;
        }
        std::size_t end = std::min(inner.find('>', image), inner.size() - 1) + 1;
        const std::size_t link = inner.find("</a>", end);
        if (inner.substr(0, image).find("<a") != std::string_view::npos &&
            link != std::string_view::npos) {
            end = link + 4;
        }
        out_ += "\n\n<figure>";
        out_ += trimmed(inner.substr(0, end));
        const std::string_view text = trimmed(inner.substr(end));
        if (!text.empty()) given = std::string(text);
        if (!given.empty()) out_ += "<figcaption>" + given + "</figcaption>";
        out_ += "</figure>\n\n";
    }

    // The known files that a gallery or playlist names; all of the article if it names none.
    std::vector<const MediaFile*> media_of(const Shortcode& code) {
        std::vector<const MediaFile*> files;
        for (const ItemNumber id : numbers_of(code)) {
            if (const MediaFile* file = context_.media(id)) {
                files.push_back(file);
            } else {
                ++dropped_[code.name + ": file " + std::to_string(id) + ", which the export lacks"];
            }
        }
        return files;
    }

    std::vector<ItemNumber> numbers_of(const Shortcode& code) const {
        const std::string ids = code.first_of({"ids", "include"});
        if (ids.empty()) return context_.attached;
        std::vector<ItemNumber> result;
        std::string_view rest = ids;
        while (!rest.empty()) {
            const std::string_view part = trimmed(rest.substr(0, rest.find(',')));
            ItemNumber id = 0;
            std::from_chars(part.data(), part.data() + part.size(), id);
            if (id > 0) result.push_back(id);
            rest.remove_prefix(std::min(rest.find(','), rest.size() - 1) + 1);
        }
        return result;
    }

    void put_gallery(const Shortcode& code) {
        const std::vector<const MediaFile*> files = media_of(code);
        if (files.empty()) return;
        out_ += "\n\n<figure>";
        for (const MediaFile* file : files) {
            out_ += "<figure><img src=\"";
            append_escaped(out_, file->address);
            out_ += "\" alt=\"";
            append_escaped(out_, file->alternative_text);
            out_ += "\" />";
            if (!file->caption.empty()) out_ += "<figcaption>" + file->caption + "</figcaption>";
            out_ += "</figure>\n";
        }
        out_ += "</figure>\n\n";
    }

    void put_playlist(const Shortcode& code) {
        const std::string kind = code.first_of({"type"}) == "video" ? "video" : "audio";
        out_ += "\n\n<ul>";
        for (const MediaFile* file : media_of(code)) {
            out_ += "<li><p>";
            append_escaped(out_, file->title);
            out_.append("</p><").append(kind).append(" src=\"");
            append_escaped(out_, file->address);
            out_.append("\"></").append(kind).append("></li>");
        }
        out_ += "</ul>\n\n";
    }

    void put_media(const Shortcode& code, std::string_view inner) {
        std::string source = code.first_of(
            {"src", "mp3", "mp4", "m4a", "m4v", "ogg", "ogv", "webm", "wav", "flac", "0"});
        const std::string tracks = tracks_in(inner);
        if (source.empty() && tracks.empty()) source = std::string(trimmed(inner));
        if (source.empty() && !context_.attached.empty()) {
            const MediaFile* file = context_.media(context_.attached.front());
            if (file != nullptr) source = file->address;
        }
        if (source.empty()) {
            ++dropped_[code.name];
            return;
        }
        out_ += "\n\n<p><" + code.name + " src=\"";
        append_escaped(out_, source);
        for (const char* name : {"poster", "width", "height"}) {
            const std::string value = code.first_of({name});
            if (value.empty()) continue;
            out_.append("\" ").append(name).append("=\"");
            append_escaped(out_, value);
        }
        out_.append("\">").append(tracks).append("</").append(code.name).append("></p>\n\n");
    }

    // The <track> elements between the tags of [video].
    static std::string tracks_in(std::string_view inner) {
        std::string tracks;
        for (auto at = inner.find("<track"); at != std::string_view::npos;
             at = inner.find("<track", at + 1)) {
            const auto end = inner.find('>', at);
            if (end == std::string_view::npos) break;
            tracks += inner.substr(at, end + 1 - at);
        }
        return tracks;
    }

    std::string_view html_;
    const TextContext& context_;
    std::map<std::string, int>& dropped_;
    std::map<std::string, std::size_t> last_ends_;
    std::string out_;
};

}  // namespace

std::string without_shortcodes(std::string_view html, const TextContext& context,
                               std::map<std::string, int>& dropped) {
    if (html.find('[') == std::string_view::npos) return std::string(html);
    return Expander(html, context, dropped).expand();
}

}  // namespace broadsheet::press
