// A text of another system, as the Document that it becomes.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "press/import/exports/import_record.h"

namespace broadsheet::press {

// A file of the media library.
struct MediaFile {
    std::string address;
    std::string alternative_text;
    std::string caption;
    std::string title;
    std::string page;       // the address of its own page
    ItemNumber parent = 0;  // the item that it was added to
};

// What a text may refer to. The functions are called from several threads.
struct TextContext {
    std::function<const MediaFile*(ItemNumber)> media;       // null if unknown
    std::function<const std::string*(ItemNumber)> reusable;  // text of a reusable block
    std::vector<ItemNumber> attached;                        // media of the item itself
    std::string footnotes;                                   // of WordPress, as in its custom field
    // The target of a link or picture on the new site.
    std::function<std::string(const std::string&)> target;
};

// A converted text, and what could not be kept.
struct ImportedText {
    model::Document document;
    std::optional<std::size_t> blocks_before_more;
    std::map<std::string, int> dropped_shortcodes;  // by name
    std::map<std::string, int> dropped_blocks;
    std::map<std::string, int> dropped_elements;  // of HTML, such as "script"
    std::map<std::string, int> withheld;          // parts that not everybody could see, left out
    std::vector<std::string> formulas;  // TeX of the placeholders in the document (formula_marks.h)
    int double_references = 0;          // "&amp;amp;", repaired
    bool is_bare = false;  // a part has too many unclosed elements, so its markup was left out
};

// Stands for the place where an article's beginning ends while its text is HTML: a private-use
// character that exports do not have.
inline constexpr std::string_view more_mark = "\xEF\xA3\xBA";
// A paragraph with the mark.
std::string more_html();

// Converts HTML, cleaned, and finds the mark in it.
void add_html(std::string_view html, const TextContext& context, ImportedText& result);

// Replaces references that were written twice, "&amp;amp;", in HTML except its code. Three times is
// how a text about references says "&amp;". Returns their number.
int repair_double_references(std::string& html);

// Replaces all occurrences, and returns their number.
int replace_all(std::string& text, std::string_view what, std::string_view by);

}  // namespace broadsheet::press
