#include "press/lists.h"

#include <algorithm>
#include <utility>

namespace broadsheet::press {

namespace {

bool is_calendar(model::ListKind kind) {
    return kind == model::ListKind::year || kind == model::ListKind::month ||
           kind == model::ListKind::day;
}

}  // namespace

ListDraft& ListDrafts::at(model::ListKind kind, const model::Path& path) {
    ListDraft& draft = drafts_[path];
    draft.head.kind = kind;
    draft.head.path = path;
    return draft;
}

void ListDrafts::add(model::ListKind kind, const model::Path& path,
                     const model::ArticleSummary& summary) {
    at(kind, path).articles.push_back(&summary);
}

int ListDrafts::count(const model::Path& path) const {
    const auto found = drafts_.find(path);
    return found == drafts_.end() ? 0 : static_cast<int>(found->second.articles.size());
}

std::map<std::string, model::ListChunk, std::less<>> ListDrafts::cut(int chunk_size) const {
    std::map<std::string, model::ListChunk, std::less<>> chunks;
    const auto size = static_cast<std::size_t>(chunk_size);
    for (const auto& [path, draft] : drafts_) {
        std::size_t start = 0;
        int number = 0;
        do {
            model::ListChunk chunk = draft.head;
            chunk.total = static_cast<int>(draft.articles.size());
            chunk.chunk = number;
            const std::size_t end = std::min(start + size, draft.articles.size());
            chunk.articles.reserve(end - start);
            for (std::size_t i = start; i < end; ++i) {
                chunk.articles.push_back(*draft.articles[i]);
                if (number > 0 || is_calendar(draft.head.kind))
                    chunk.articles.back().excerpt.clear();
            }
            chunks.emplace(model::chunk_key(path, number), std::move(chunk));
            start = end;
            ++number;
        } while (start < draft.articles.size());
    }
    return chunks;
}

}  // namespace broadsheet::press
