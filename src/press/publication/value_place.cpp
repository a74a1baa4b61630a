#include "press/publication/value_place.h"

#include <string>

#include "press/values/source.h"

namespace broadsheet::press {

namespace {

// The offset of a value between signs of YAML, TOML or JSON: not that of a part of a word.
std::size_t find_value(std::string_view text, std::string_view value) {
    constexpr std::string_view before = "\"'[, :-\n=/";
    constexpr std::string_view after = "\"'], \n/";
    for (auto at = text.find(value); at != std::string_view::npos; at = text.find(value, at + 1)) {
        const std::size_t end = at + value.size();
        const bool begins = at == 0 || before.find(text[at - 1]) != std::string_view::npos;
        const bool ends = end == text.size() || after.find(text[end]) != std::string_view::npos;
        if (begins && ends) return at;
    }
    return std::string_view::npos;
}

}  // namespace

Diagnostic place_of_value(const SourceArticle& article, std::string_view value,
                          const SiteInput& input) {
    Diagnostic diagnostic;
    diagnostic.path = article.shown_path;
    const std::string again = article.text.empty()
                                  ? decode_text(input.read(article.file.location).value_or("")).text
                                  : std::string();
    const std::string_view text = article.text.empty() ? again : article.text;
    if (value.empty()) return diagnostic;
    // The front matter comes first.
    auto found = find_value(text, value);
    if (found == std::string_view::npos) found = text.find(value);
    if (found == std::string_view::npos) return diagnostic;
    diagnostic.position = position_of(text, found);
    diagnostic.source_line = std::string(line_of(text, diagnostic.position.line));
    return diagnostic;
}

}  // namespace broadsheet::press
