// Makes the index. Documents come one by one, in any order and from several threads; the same
// documents always give the same files.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/date.h"

namespace broadsheet::search {

// What the index knows of an article or page. Texts are plain, blocks separated by line feeds.
struct DocumentText {
    using Term = std::pair<std::string, std::string>;  // name and path

    std::string path;
    std::string title;
    std::optional<model::Date> date;  // none: after all dated ones, by path
    std::vector<Term> category_trail;
    std::vector<Term> tags;
    std::vector<Term> authors;
    std::string headings;
    std::string body;  // without the headings
};

struct IndexFile {
    std::string name;
    std::string bytes;
};

class IndexBuilder {
  public:
    // `documents`: how many will come, by which the sizes of files are chosen.
    IndexBuilder(std::string language, std::size_t documents);
    ~IndexBuilder();
    IndexBuilder(const IndexBuilder&) = delete;
    IndexBuilder& operator=(const IndexBuilder&) = delete;

    // Safe to call from several threads.
    void add(const DocumentText& document);

    // All files of the index; nothing may be added afterwards. Empty where there is no document.
    std::vector<IndexFile> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet::search
