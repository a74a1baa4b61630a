// Exports of WordPress, of which tests write only the items.
#pragma once

#include <string>

#include "press/import/imported_paper.h"

namespace broadsheet::test {

inline constexpr const char* whole_export_end = "</channel></rss>\n";

// An export with these items; one that is cut off has another end.
std::string wordpress_export(const std::string& items, const std::string& end = whole_export_end);

// A post of the second of January 2025, named post-NUMBER; `more` are further elements of its.
std::string post_item(int number, const std::string& content, const std::string& more = {});

// A site imported from an export with these items.
class ImportedWordpress : public ImportedPaper {
  public:
    explicit ImportedWordpress(const std::string& items, const std::string& end = whole_export_end)
        : ImportedPaper("wordpress", "export.xml", wordpress_export(items, end)) {}

    // Imports another export in the place of the first.
    const press::ImportReport& import(const std::string& bytes) {
        add("export.xml", bytes);
        return run();
    }

    std::string post(int number) const {
        return file("articles/2025/01/post-" + std::to_string(number) + ".md");
    }
};

}  // namespace broadsheet::test
