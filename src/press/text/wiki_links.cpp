#include "press/text/wiki_links.h"

#include <algorithm>
#include <utility>

#include "press/dialects/markdown_lines.h"
#include "press/text/markdown.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view comment_sign = "%%";

// A link between double brackets: [[name#part|words]].
struct WikiLink {
    std::string_view name;
    std::string_view part;   // of the article: a heading, or "^" and the name of a block
    std::string_view words;  // empty: the name
    bool is_embed = false;
};

bool is_width(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789x") == std::string_view::npos;
}

// Files that readers open, in place of pictures and recordings, which the page shows.
bool is_opened(std::string_view name) {
    const std::string lower = strings::lower_ascii(name);
    return lower.ends_with(".pdf") || lower.ends_with(".zip") || lower.ends_with(".csv");
}

class WikiResolver {
  public:
    explicit WikiResolver(const WikiTargets& targets) : targets_(targets) {}

    WikiText run(std::string_view text) {
        FenceTracker fences;
        std::size_t start = 0;
        rewrite_lines(text, result_.text, [&](std::string_view line) {
            if (!in_comment_ && fences.is_code(line)) {
                result_.text += line;
            } else {
                put_line(line, start);
            }
            start += line.size() + 1;
        });
        return std::move(result_);
    }

  private:
    void put_line(std::string_view line, std::size_t start) {
        for (std::size_t i = 0; i < line.size();) {
            const std::string_view rest = line.substr(i);
            if (in_comment_) {
                const auto end = rest.find(comment_sign);
                if (end == std::string_view::npos) return;
                in_comment_ = false;
                i += end + comment_sign.size();
                continue;
            }
            std::size_t length = 1;
            if (rest[0] == '`') {
                length = end_of_code_span(line, i) - i;
            } else if (rest[0] == '\\') {
                length = std::min<std::size_t>(2, rest.size());
            } else if (rest.starts_with(comment_sign)) {
                if (targets_.is_vault) {
                    in_comment_ = true;
                    i += comment_sign.size();
                    continue;
                }
                length = comment_sign.size();
                const bool closes = rest.find(comment_sign, length + 1) != std::string_view::npos;
                if (closes && !result_.comment) result_.comment = start + i;
            } else if (rest.starts_with("[[") || rest.starts_with("![[")) {
                if (const std::size_t end = put_link(rest); end > 0) {
                    i += end;
                    continue;
                }
            }
            result_.text += rest.substr(0, length);
            i += length;
        }
    }

    // Writes the link at the start of `rest` and returns its length; 0 if there is none.
    std::size_t put_link(std::string_view rest) {
        constexpr std::size_t longest = 1000;
        const bool is_embed = rest[0] == '!';
        const std::size_t open = is_embed ? 3 : 2;
        const std::size_t close = rest.substr(0, longest).find("]]", open);
        if (close == std::string_view::npos) return 0;
        const std::string_view inner = rest.substr(open, close - open);
        if (inner.empty() || inner.find('[') != std::string_view::npos) return 0;
        const WikiLink link = read(inner, is_embed);
        const bool found =
            is_embed ? put_file(link) || put_article(link) : put_article(link) || put_file(link);
        if (!found) {
            if (targets_.is_vault || is_embed) result_.missing.emplace_back(link.name);
            result_.text += rest.substr(0, close + 2);
        }
        return close + 2;
    }

    static WikiLink read(std::string_view inner, bool is_embed) {
        WikiLink link;
        link.is_embed = is_embed;
        const auto bar = inner.find('|');
        if (bar != std::string_view::npos) link.words = strings::trimmed(inner.substr(bar + 1));
        std::string_view name = inner.substr(0, bar);
        if (name.ends_with('\\')) name.remove_suffix(1);  // the bar is escaped in tables
        const auto hash = name.find('#');
        if (hash != std::string_view::npos) link.part = strings::trimmed(name.substr(hash + 1));
        link.name = strings::trimmed(name.substr(0, hash));
        return link;
    }

    bool put_file(const WikiLink& link) {
        const bool is_shown = link.is_embed && !is_opened(link.name);
        const auto address = targets_.file(link.name);
        if (!address) return false;
        // ![[picture.png|words|300]]: the width of pictures is that of the column here.
        std::string_view words = link.words.substr(0, link.words.find('|'));
        if (link.is_embed && is_width(words)) words = {};
        if (!is_shown && words.empty()) words = link.name;
        result_.text.append(is_shown ? "![" : "[").append(words).append("](<");
        result_.text.append(*address).append(">)");
        return true;
    }

    bool put_article(const WikiLink& link) {
        std::string target;
        if (!link.name.empty()) {
            const auto path = targets_.article(link.name);
            if (!path) return false;
            target = *path;
        }
        // Blocks have no address of their own.
        const std::string_view heading = link.part.substr(link.part.rfind('#') + 1);
        if (!heading.empty() && heading[0] != '^') target += "#" + github_identifier(heading);
        if (target.empty()) return false;
        std::string words(link.words.empty() ? (link.name.empty() ? heading : link.name)
                                             : link.words);
        std::erase_if(words, [](char c) { return c == '[' || c == ']'; });
        result_.text.append("[").append(words).append("](<").append(target).append(">)");
        return true;
    }

    const WikiTargets& targets_;
    WikiText result_;
    bool in_comment_ = false;
};

}  // namespace

bool has_wiki_signs(std::string_view text) {
    return text.find("[[") != std::string_view::npos ||
           text.find(comment_sign) != std::string_view::npos;
}

WikiText resolve_wiki_links(std::string_view text, const WikiTargets& targets) {
    return WikiResolver(targets).run(text);
}

}  // namespace broadsheet::press
