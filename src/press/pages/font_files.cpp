#include "press/pages/font_files.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "bundle/format/hash.h"
#include "page/page.h"
#include "press/base/files.h"
#include "strings/ascii.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view folder = "assets/";

// A letter that the site's pages have, to choose among files for different scripts.
char32_t sample_letter(std::string_view title) {
    for (std::size_t i = 0; i < title.size();) {
        const char32_t letter = strings::next_code_point(title, i);
        if (letter > 0x7F || strings::is_letter(static_cast<char>(letter))) return letter;
    }
    return U'a';
}

// True if the body text and the menus of every page begin with this file.
bool is_used_first(const theme::Face& face, const theme::Theme& theme, char32_t letter) {
    if (face.italic || !face.has_weight(400) || !theme::has_character(face, letter)) return false;
    const std::array<std::string_view, 2> lists = {theme.families[0], theme.families[1]};
    return std::any_of(lists.begin(), lists.end(), [&](std::string_view list) {
        const std::vector<std::string> names = theme::font_names(std::string(list));
        return !names.empty() && names.front() == face.family;
    });
}

}  // namespace

FontFiles write_fonts(const LoadedSite& site, theme::Theme& theme, SiteOutput& out) {
    FontFiles files;
    std::vector<theme::Face> faces;
    faces.reserve(site.fonts.size());
    std::set<std::string> written;
    const char32_t letter = sample_letter(site.publication.site.title);
    for (const SiteFont& font : site.fonts) {
        const std::string bytes = site.input->read(font.location).value_or("");
        theme::Face& face = faces.emplace_back(font.face);
        face.url = "font." + bundle::content_hash(bytes) + ".woff2";
        const std::string name = std::string(folder) + face.url;
        if (!written.insert(name).second) continue;  // a variable font may be named twice
        out.write(name, bytes);
        if (!is_used_first(face, theme, letter)) continue;
        files.head += "<link rel=\"preload\" href=\"" + page::url_of("/" + name, site.base_path) +
                      "\" as=\"font\" type=\"font/woff2\" crossorigin>\n";
    }
    files.rules = theme::face_rules(theme, faces);
    theme::add_stand_ins(theme, faces);
    return files;
}

}  // namespace broadsheet::press
