// The files that tell of documents what an answer shows: title, address, category, text.
#pragma once

#include <cstdint>
#include <vector>

#include "search/build/index_layout.h"

namespace broadsheet::search {

struct DocumentFiles {
    std::vector<IndexFile> documents;
    std::vector<IndexFile> records;  // none where texts have room beside the documents
};

// `categories`: by document, 0 for none.
DocumentFiles write_documents(const IndexContent& content,
                              const std::vector<std::uint32_t>& categories);

}  // namespace broadsheet::search
