// From sorted documents and terms to the files of the index: how much goes into each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/index_builder.h"
#include "search/index_files.h"
#include "search/ranking.h"

namespace broadsheet::search {

// What is kept of a document for showing it.
struct StoredDocument {
    std::string path;
    std::string title;
    std::optional<std::int64_t> day;
    std::int64_t seconds = 0;  // orders documents
    std::string text;          // the beginning
    std::vector<DocumentText::Term> category_trail;
    std::vector<DocumentText::Term> tags;

    // `text_size`: bytes of text to keep, see `stored_text_size`.
    static StoredDocument of(const DocumentText& document, std::size_t text_size);
};

// The more documents there are, the less text of each is kept for excerpts.
std::size_t stored_text_size(std::size_t documents);

// Postings of a term, packed as they come; documents in ascending order.
struct TermPostings {
    std::string term;
    std::string key;
    std::uint32_t documents = 0;
    std::uint32_t next = 0;  // first document that may follow
    std::string gaps;
    std::string impacts;
    std::string positions;

    void add(std::uint32_t document, std::uint32_t impact,
             const std::vector<std::uint32_t>& places);
};

std::vector<IndexFile> lay_out_index(std::string_view language,
                                     const std::vector<StoredDocument>& documents,
                                     std::vector<TermPostings>& terms);

}  // namespace broadsheet::search
