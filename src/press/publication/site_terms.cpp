#include "press/publication/site_terms.h"

#include <xxhash.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "press/base/append_diagnostics.h"
#include "press/publication/value_place.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::press {

using model::TermReference;

namespace {

// A name without what writers vary: capital letters, spaces, hyphens, dots and the like.
std::string meaning_of(const std::string& name) {
    std::string out;
    const std::string lower = strings::lower_letters(name);
    for (std::size_t position = 0; position < lower.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(lower, position);
        constexpr std::u32string_view varied =
            U" -_.,:;/'\"\u2018\u2019\u201C\u201D\u00A0\uFE0E\uFE0F";
        if (varied.find(c) == std::u32string_view::npos)
            out += lower.substr(start, position - start);
    }
    return out;
}

}  // namespace

SiteTerms::SiteTerms(const std::vector<Article>& articles, const ContentFolder& content,
                     const TermDescriptions& descriptions, Diagnostics& diagnostics)
    : articles_(articles),
      config_(content.config),
      input_(*content.input),
      categories_(articles.size()) {
    const CategoryNesting nesting(articles, nesting_setting(content.generator, content.config));
    append(diagnostics, nesting.find_exceptions(articles, *content.input));
    append(diagnostics, nesting.find_too_deep(articles, *content.input));
    if (content.generator == Generator::plain) {
        append(diagnostics, nesting.find_lone_paths(articles, *content.input));
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (articles[i].kind != model::EntryKind::article) continue;
        categories_[i] = nesting.categories_of(articles[i]);
        for_each_term(
            articles[i].fields, categories_[i], config_,
            [&](const model::Path& path, const std::string& name) { spellings_.add(path, name); });
    }
    report_shared_lists(diagnostics);
    for (const auto& [path, description] : descriptions) {
        if (!description.title.empty()) spellings_.decide(path, description.title);
    }
}

// Warns where each of several names is used first that share a list, although they are not only
// spelled differently: "Go" and "Go!".
void SiteTerms::report_shared_lists(Diagnostics& diagnostics) const {
    std::map<std::pair<model::Path, std::string>, std::string> others;  // by path and name
    for (const model::Path& path : spellings_.paths()) {
        const std::vector<std::string> names = spellings_.names(path);
        if (names.size() < 2) continue;
        std::map<std::string, std::string> meanings;
        for (const std::string& name : names) meanings.emplace(meaning_of(name), name);
        if (meanings.size() < 2) continue;
        for (auto each = meanings.begin(); each != meanings.end(); ++each) {
            const auto other = each == meanings.begin() ? std::next(each) : meanings.begin();
            others[{path, each->second}] = other->second;
        }
    }
    for (std::size_t i = 0; i < articles_.size() && !others.empty(); ++i) {
        for_each_term(
            articles_[i].fields, categories_[i], config_,
            [&](const model::Path& path, const std::string& name) {
                const auto found = others.find({path, name});
                if (found == others.end()) return;
                Diagnostic warning = place_of_value(articles_[i], name, input_);
                warning.severity = Severity::warning;
                warning.what.append("\"").append(name).append("\" shares the list ").append(path);
                warning.what.append(" with \"").append(found->second);
                warning.what += "\", because addresses do not have all signs";
                warning.remedy = "write both alike, or give one of them another name";
                diagnostics.push_back(std::move(warning));
                others.erase(found);
            });
    }
}

std::vector<TermReference> SiteTerms::trail_of(const CategoryPath& category) const {
    std::vector<TermReference> trail;
    for (std::size_t depth = 1; depth <= category.size(); ++depth) {
        trail.push_back(term(category_path(category, depth)));
    }
    return trail;
}

// Without duplicates, in the order of first occurrence.
std::vector<TermReference> SiteTerms::terms_at(const std::vector<model::Path>& paths) const {
    std::vector<TermReference> terms;
    std::set<model::Path> seen;
    for (const model::Path& path : paths) {
        if (seen.insert(path).second) terms.push_back(term(path));
    }
    return terms;
}

std::vector<TermReference> SiteTerms::tags(std::size_t article) const {
    std::vector<model::Path> paths;
    for (const std::string& tag : articles_[article].fields.tags) paths.push_back(tag_path(tag));
    return terms_at(paths);
}

std::vector<TermReference> SiteTerms::authors(std::size_t article) const {
    std::vector<model::Path> paths;
    for (const std::string& author : articles_[article].fields.authors) {
        paths.push_back(path_of_author(config_, author));
    }
    return terms_at(paths);
}

std::vector<TermReference> SiteTerms::others(std::size_t article) const {
    std::vector<model::Path> paths;
    for (const TermField& field : articles_[article].fields.terms) {
        for (const std::string& name : field.names) {
            paths.push_back(term_path(field.taxonomy, name));
        }
    }
    return terms_at(paths);
}

std::vector<RelatedKey> SiteTerms::related_keys(const std::vector<std::size_t>& order) const {
    std::map<model::Path, std::uint32_t> tags;
    std::map<model::Path, std::uint32_t> categories;
    const auto number = [](std::map<model::Path, std::uint32_t>& numbers, model::Path path,
                           std::vector<std::uint32_t>& to) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        const std::uint32_t value = numbers.try_emplace(std::move(path), next).first->second;
        if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
    };
    std::vector<RelatedKey> all(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const std::size_t i = order[place];
        for (const std::string& tag : articles_[i].fields.tags) {
            number(tags, tag_path(tag), all[place].tags);
        }
        for (const CategoryPath& category : categories_[i]) {
            for (std::size_t depth = 1; depth <= category.size(); ++depth) {
                number(categories, category_path(category, depth), all[place].categories);
            }
        }
        all[place].day = model::days_since_epoch(articles_[i].date.day);
        all[place].article = XXH3_64bits(articles_[i].path.data(), articles_[i].path.size());
    }
    return all;
}

}  // namespace broadsheet::press
