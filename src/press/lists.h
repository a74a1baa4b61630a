// The lists of a publication while they are being filled.
#pragma once

#include <map>
#include <vector>

#include "model/publication.h"

namespace broadsheet::press {

struct ListDraft {
    model::ListChunk head;                               // everything but the articles
    std::vector<const model::ArticleSummary*> articles;  // newest first
};

class ListDrafts {
  public:
    ListDraft& at(model::ListKind kind, const model::Path& path);
    // Adds `summary` at the end of a list.
    void add(model::ListKind kind, const model::Path& path, const model::ArticleSummary& summary);

    std::map<model::Path, ListDraft>& all() { return drafts_; }
    int count(const model::Path& path) const;

    // Cuts all lists into chunks. Excerpts stand in the first chunk only, and in no list of the
    // calendar: an article is in a dozen lists, and most of their bytes would be excerpts.
    std::map<std::string, model::ListChunk, std::less<>> cut(int chunk_size) const;

  private:
    std::map<model::Path, ListDraft> drafts_;
};

}  // namespace broadsheet::press
