#include "press/shortcodes/built_in_shortcodes.h"

#include <algorithm>
#include <vector>

#include "press/base/nearest_name.h"
#include "press/html/entity.h"
#include "press/html/html.h"
#include "press/text/markdown_html.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return {};
    std::string out = " " + std::string(name) + "=\"";
    append_escaped(out, value);
    return out + "\"";
}

std::string link_to(std::string_view title, const std::string& address) {
    return "[" + std::string(title) + "](<" + address + ">)";
}

// The words of a text in Markdown, for attributes.
std::string plain_markdown(const std::string& text) {
    return model::plain_text(clean_html(inline_markdown_to_html(text)).document);
}

std::string frame_of(const std::string& address, const std::string& title) {
    return "\n\n<iframe src=\"" + escaped(address) + "\" title=\"" +
           escaped(title.empty() ? "Video" : title) + "\"></iframe>\n\n";
}

}  // namespace

std::string remedy_of_shortcode(const std::string& name) {
    static const std::vector<std::string_view> known = {
        "youtube", "vimeo",  "x",    "twitter", "tweet",   "instagram",
        "gist",    "figure", "ref",  "relref",  "details", "highlight",
        "audio",   "video",  "form", "gallery", "param",   "comment"};
    constexpr std::size_t min_length = 4;  // shorter names resemble too many others
    const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
    if (is_known) return "give it what it shows";
    const auto nearest = name.size() < min_length ? std::nullopt : nearest_name(name, known);
    return nearest ? "did you mean \"" + *nearest + "\"?" : "write it in Markdown or HTML";
}

std::string fenced(std::string_view language, std::string_view code) {
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    while (code.starts_with('\n')) code.remove_prefix(1);
    while (code.ends_with('\n')) code.remove_suffix(1);
    return "\n" + fence + std::string(language) + "\n" + std::string(code) + "\n" + fence + "\n";
}

std::string figure(const TemplateArguments& arguments) {
    const std::string caption = arguments.get("caption");
    const std::string title = arguments.get("title");
    std::string alternative = arguments.get("alt");
    if (alternative.empty()) alternative = plain_markdown(caption);
    std::string image = "<img" + attribute("src", arguments.get("src", 0)) + " alt=\"" +
                        escaped(alternative) + "\"" + attribute("width", arguments.get("width")) +
                        attribute("height", arguments.get("height")) + ">";
    if (const std::string link = arguments.get("link"); !link.empty()) {
        image = "<a" + attribute("href", link) + ">" + image + "</a>";
    }
    std::string out = "\n<figure>" + image;
    const std::string credit = arguments.get("attr");
    if (!caption.empty() || !title.empty() || !credit.empty()) {
        out += "<figcaption>";
        if (!title.empty()) out += "<strong>" + escaped(title) + "</strong> ";
        out += inline_markdown_to_html(caption);
        if (!credit.empty()) {
            const std::string link = arguments.get("attrlink");
            out += " <small>";
            const std::string text = inline_markdown_to_html(credit);
            out += link.empty() ? text : "<a" + attribute("href", link) + ">" + text + "</a>";
            out += "</small>";
        }
        out += "</figcaption>";
    }
    return out + "</figure>\n\n";
}

std::string gallery(const TemplateArguments& arguments) {
    std::string list = arguments.get("images");
    if (list.empty()) list = arguments.get("src");
    for (const std::string& word : arguments.words) list += "," + word;
    std::string out = "\n\n<figure>";
    std::string_view rest = list;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const std::string_view name = strings::trimmed(rest.substr(0, end));
        if (!name.empty()) out += "<img" + attribute("src", name) + " alt=\"\">";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const std::string caption = arguments.get("caption");
    if (!caption.empty()) {
        out += "<figcaption>" + inline_markdown_to_html(caption) + "</figcaption>";
    }
    return out + "</figure>\n\n";
}

bool is_recording(std::string_view name) { return name == "audio" || name == "video"; }

std::string file_of_recording(const TemplateArguments& arguments) {
    for (const std::string_view name : {"src", "file", "url", "mp3", "mp4", "m4a", "ogg", "webm"}) {
        if (std::string file = arguments.get(name); !file.empty()) return file;
    }
    return arguments.get("", 0);
}

std::string recording(const TemplateArguments& arguments) {
    std::string title = arguments.get("title");
    if (title.empty()) title = arguments.get("caption");
    std::string out = "\n\n<" + arguments.name + attribute("src", file_of_recording(arguments)) +
                      attribute("title", title) + attribute("poster", arguments.get("poster")) +
                      attribute("width", arguments.get("width")) +
                      attribute("height", arguments.get("height")) + ">";
    if (const std::string captions = arguments.get("captions"); !captions.empty()) {
        out += "<track kind=\"captions\"" + attribute("src", captions) +
               attribute("srclang", arguments.get("lang")) + ">";
    }
    return out + "</" + arguments.name + ">\n\n";
}

std::optional<std::string> embed(const TemplateArguments& arguments) {
    const std::string& name = arguments.name;
    std::string id = arguments.get("id", 0);
    if (id.find_first_of("<>\n") != std::string::npos) return std::nullopt;
    if (name == "youtube" && !id.empty()) {
        const std::string start = arguments.get("start");
        return frame_of("https://www.youtube-nocookie.com/embed/" + id +
                            (start.empty() ? "" : "?start=" + start),
                        arguments.get("title"));
    }
    if (is_recording(name) && !file_of_recording(arguments).empty()) return recording(arguments);
    if (name == "vimeo" && !id.empty()) {
        return frame_of("https://player.vimeo.com/video/" + id, arguments.get("title"));
    }
    if (name == "x" || name == "twitter" || name == "tweet") {
        const std::string user = arguments.get("user");
        if (id.empty()) return std::nullopt;
        // Without a name, the address leads to the post all the same.
        if (user.empty()) return link_to("Post", "https://x.com/i/status/" + id);
        return link_to("Post by " + user, "https://x.com/" + user + "/status/" + id);
    }
    if (name == "instagram" && !id.empty())
        return link_to("Post", "https://www.instagram.com/p/" + id + "/");
    if (name == "gist") {
        constexpr std::string_view host = "https://gist.github.com/";
        const std::string url = arguments.get("url");  // Zola's
        const bool is_url = url.starts_with(host) && url.find_first_of("<>\n") == std::string::npos;
        if (is_url) return link_to("Code", url);
        const std::string user = arguments.get("", 0);
        const std::string number = arguments.get("", 1);
        if (user.empty() || number.empty()) return std::nullopt;
        return link_to("Code", std::string(host) + user + "/" + number);
    }
    return std::nullopt;
}

}  // namespace broadsheet::press
