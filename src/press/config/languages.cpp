#include "press/config/languages.h"

#include <algorithm>

#include "press/values/value.h"
#include "ui/phrases.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t phrase_count = static_cast<std::size_t>(ui::Phrase::count);

class CatalogueReader {
  public:
    CatalogueReader(const Value& root, Diagnostics& diagnostics)
        : root_(root), diagnostics_(diagnostics) {}

    Catalogue read() {
        Catalogue catalogue;
        const std::vector<std::string> months = names("months", 12);
        const std::vector<std::string> weekdays = names("weekdays", 7);
        std::vector<std::string> alone = optional_names("months_alone", 12);
        if (alone.empty()) alone = months;
        const std::vector<std::string> short_months = optional_names("short_months", 12);
        const std::vector<std::string> letters = optional_names("weekday_letters", 7);
        add(catalogue, months);
        add(catalogue, weekdays);
        add(catalogue, alone);
        // If these two are missing, the views derive them from the full names.
        add(catalogue, short_months.empty() ? std::vector<std::string>(12) : short_months);
        add(catalogue, letters.empty() ? std::vector<std::string>(7) : letters);
        read_phrases(catalogue);
        return catalogue;
    }

  private:
    static void add(Catalogue& catalogue, const std::vector<std::string>& names) {
        catalogue.calendar_names.insert(catalogue.calendar_names.end(), names.begin(), names.end());
    }

    void error(Position position, std::string what, std::string remedy) {
        Diagnostic diagnostic;
        diagnostic.position = position;
        diagnostic.what = std::move(what);
        diagnostic.remedy = std::move(remedy);
        diagnostics_.push_back(std::move(diagnostic));
    }

    std::vector<std::string> optional_names(std::string_view name, std::size_t count) {
        return root_.find(name) ? names(name, count) : std::vector<std::string>();
    }

    std::vector<std::string> names(std::string_view name, std::size_t count) {
        std::vector<std::string> result;
        const Value* list = root_.find(name);
        if (list != nullptr) {
            for (const Value& item : list->items) result.push_back(item.text);
        }
        if (result.size() != count) {
            error(list ? list->position : root_.position,
                  std::string(name) + " has " + std::to_string(result.size()) + " names",
                  "it must have " + std::to_string(count));
            result.resize(count);
        }
        return result;
    }

    void read_phrases(Catalogue& catalogue) {
        catalogue.phrases.resize(phrase_count);
        const Value* table = root_.find("phrases");
        if (table == nullptr) return;
        const Value* rule_name = table->find("plural_rule");
        const auto rule = ui::plural_rule(rule_name ? rule_name->text : "");
        for (const Value& value : table->members) {
            const auto& known = phrase_names();
            const auto found = std::find(known.begin(), known.end(), value.name);
            if (found == known.end()) {
                error(value.position, "unknown phrase \"" + value.name + "\"", "remove it");
                continue;
            }
            const auto index = static_cast<std::size_t>(found - known.begin());
            check_forms(value, static_cast<ui::Phrase>(index), rule);
            catalogue.phrases[index] = value.text;
        }
    }

    void check_forms(const Value& value, ui::Phrase which, ui::PluralRule rule) {
        const std::string_view english = ui::phrase(model::Site{}, which);
        if (english.find('|') == std::string_view::npos) return;
        const auto forms = 1 + std::count(value.text.begin(), value.text.end(), '|');
        if (forms == ui::plural_forms(rule)) return;
        error(value.position, value.name + " has " + std::to_string(forms) + " forms",
              "its plural_rule requires " + std::to_string(ui::plural_forms(rule)));
    }

    const Value& root_;
    Diagnostics& diagnostics_;
};

}  // namespace

const std::vector<std::string_view>& phrase_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (std::size_t i = 0; i < phrase_count; ++i) {
            all.push_back(ui::phrase_name(static_cast<ui::Phrase>(i)));
        }
        return all;
    }();
    return names;
}

Catalogue read_catalogue(std::string_view text, Diagnostics& diagnostics) {
    const Parsed parsed = parse_values(text, Dialect::toml);
    if (parsed.error) {
        diagnostics.push_back(*parsed.error);
        return {};
    }
    return CatalogueReader(parsed.root, diagnostics).read();
}

void fill_phrases(model::Site& site, const std::map<std::string, std::string>& own) {
    const std::string_view language = site.language;
    const std::string primary = lower_ascii(language.substr(0, language.find_first_of("-_")));
    for (const CatalogueFile& file : catalogue_files()) {
        if (file.language != primary) continue;
        Diagnostics none;  // a test checks the built-in catalogues
        Catalogue catalogue = read_catalogue(file.text, none);
        site.phrases = std::move(catalogue.phrases);
        site.calendar_names = std::move(catalogue.calendar_names);
    }
    if (!own.empty()) site.phrases.resize(phrase_count);
    for (std::size_t i = 0; i < site.phrases.size(); ++i) {
        const auto found = own.find(std::string(phrase_names()[i]));
        if (found != own.end()) site.phrases[i] = found->second;
    }
}

}  // namespace broadsheet::press
