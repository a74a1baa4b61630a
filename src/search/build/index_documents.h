// The files with the documents' data for results: title, URL, category, text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/build/index_layout.h"

namespace broadsheet::search {

// The names of the files of documents.
struct DocumentFiles {
    std::vector<std::string> documents;
    std::vector<std::string> records;  // empty if the document files contain the texts
};

// `categories` is indexed by document; 0 means none.
DocumentFiles write_documents(const IndexContent& content,
                              const std::vector<std::uint32_t>& categories, IndexOutput& out);

}  // namespace broadsheet::search
