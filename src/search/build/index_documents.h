// The files with the documents' data for results: title, URL, category, text.
#pragma once

#include <cstdint>
#include <vector>

#include "search/build/index_layout.h"

namespace broadsheet::search {

// The files of documents.
struct DocumentFiles {
    std::vector<IndexFile> documents;
    std::vector<IndexFile> records;  // empty if the document files contain the texts
};

// `categories` is indexed by document; 0 means none.
DocumentFiles write_documents(const IndexContent& content,
                              const std::vector<std::uint32_t>& categories);

}  // namespace broadsheet::search
