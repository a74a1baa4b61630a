#include "press/publication/site_fonts.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "press/config/config_files.h"
#include "press/fonts/font_file.h"
#include "theme/custom.h"

namespace broadsheet::press {

namespace {

// Readers on slow lines wait a second for as much.
constexpr std::uint64_t recommended_bytes = 100'000;

class FontReader {
  public:
    FontReader(const ContentFolder& content, const SiteIndex& index, Diagnostics& diagnostics)
        : content_(content),
          index_(index),
          diagnostics_(diagnostics),
          families_(theme::customised(content.config.look).families) {}

    std::vector<SiteFont> read() {
        std::vector<SiteFont> fonts;
        fonts.reserve(content_.config.fonts.size());
        for (const FontConfig& config : content_.config.fonts) {
            if (auto font = read_font(config)) fonts.push_back(std::move(*font));
        }
        if (bytes_ > recommended_bytes) {
            report(Severity::warning, content_.config.fonts.front(),
                   "the fonts have " + std::to_string(bytes_ / 1000) + " kB together",
                   "remove characters and styles that the site does not need, so that readers wait "
                   "for at most 100 kB; a unicode_range lets browsers load less");
        }
        return fonts;
    }

  private:
    std::optional<SiteFont> read_font(const FontConfig& config) {
        const Article at_top;
        const Asset* asset = index_.find_asset(at_top, config.file);
        if (asset == nullptr) {
            report(Severity::error, config, "font file \"" + config.file + "\" does not exist",
                   "correct the name, or add the file to the static folder");
            return std::nullopt;
        }
        const std::string bytes = content_.input->read(asset->location).value_or("");
        if (!is_woff2(bytes)) {
            report(Severity::error, config, "\"" + config.file + "\" is not a WOFF2 font",
                   "convert it, for example with woff2_compress");
            return std::nullopt;
        }
        SiteFont font;
        font.location = asset->location;
        font.face = face_of(config, asset->path);
        if (!measure(bytes, font.face)) {
            report(Severity::error, config, "font file \"" + config.file + "\" is damaged",
                   "copy or convert it again");
            return std::nullopt;
        }
        if (!is_used(config.family)) {
            report(Severity::warning, config, "no font list names \"" + config.family + "\"",
                   "add it to [look], for example serif = \"" + config.family + ", serif\"");
        }
        // Browsers load a font with a range only if a page has its characters.
        if (config.unicode_range.empty()) bytes_ += bytes.size();
        return font;
    }

    static theme::Face face_of(const FontConfig& config, std::string path) {
        theme::Face face;
        face.family = config.family;
        face.url = std::move(path);
        face.min_weight = config.min_weight;
        face.max_weight = config.max_weight;
        face.italic = config.italic;
        face.unicode_range = config.unicode_range;
        return face;
    }

    static bool measure(const std::string& bytes, theme::Face& face) {
        const int light = std::clamp(400, face.min_weight, face.max_weight);
        const int heavy = std::clamp(700, face.min_weight, face.max_weight);
        const auto regular = measure_font(bytes, light);
        const auto bold = light == heavy ? regular : measure_font(bytes, heavy);
        if (!regular || !bold) return false;
        face.ascent = regular->ascent;
        face.descent = regular->descent;
        face.line_gap = regular->line_gap;
        face.widths = {regular->letter_width, bold->letter_width};
        return true;
    }

    bool is_used(const std::string& family) const {
        return std::any_of(families_.begin(), families_.end(), [&](const std::string& list) {
            const std::vector<std::string> names = theme::font_names(list);
            return std::find(names.begin(), names.end(), family) != names.end();
        });
    }

    void report(Severity severity, const FontConfig& config, std::string what, std::string remedy) {
        Diagnostic diagnostic;
        diagnostic.severity = severity;
        diagnostic.path = settings_file;
        diagnostic.position = config.position;
        diagnostic.what = std::move(what);
        diagnostic.remedy = std::move(remedy);
        diagnostics_.push_back(std::move(diagnostic));
    }

    const ContentFolder& content_;
    const SiteIndex& index_;
    Diagnostics& diagnostics_;
    std::array<std::string, 3> families_;  // see Theme
    std::uint64_t bytes_ = 0;              // of files that every page may load
};

}  // namespace

std::vector<SiteFont> site_fonts(const ContentFolder& content, const SiteIndex& index,
                                 Diagnostics& diagnostics) {
    if (content.config.fonts.empty()) return {};
    return FontReader(content, index, diagnostics).read();
}

}  // namespace broadsheet::press
