// Footnotes of WordPress: references in the text, and the notes as JSON in a custom field.
#pragma once

#include <string>
#include <string_view>

#include "press/import/texts/imported_text.h"

namespace broadsheet::press {

class WordpressFootnotes {
  public:
    // `json`: [{"id":"…","content":"…"}]; may be empty or damaged.
    explicit WordpressFootnotes(std::string_view json);

    // Replaces references in HTML by marks, and numbers the notes by their first reference.
    void mark(std::string& html);
    // Replaces the marks in a document by references, and adds the notes.
    void place(model::Document& document, const TextContext& context) const;

  private:
    std::map<std::string, std::string> notes_;  // HTML by identifier
    std::vector<std::string> order_;            // identifiers
};

}  // namespace broadsheet::press
