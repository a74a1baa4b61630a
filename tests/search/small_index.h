// A small index in memory, and functions to search it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "search/build/index_builder.h"
#include "search/query/engine.h"
#include "search/wanted_name.h"

namespace broadsheet::tests {

struct Document : search::DocumentText {
    std::string path;
    std::optional<model::Date> date;
};

inline Document document(const std::string& title, const std::string& body, int day,
                         const std::string& category = "asia") {
    Document text;
    text.title = title;
    text.body = body;
    text.path = "/x/" + title + "/";
    text.date = model::Date{{2024 + day / 400, 1 + day / 31 % 12, 1 + day % 28}};
    text.category_trail = {{"World", "/category/world/"},
                           {category, "/category/world/" + category + "/"}};
    return text;
}

// The titles without marks, joined.
inline std::string titles_of(const std::vector<search::Hit>& hits) {
    std::string out;
    for (const search::Hit& hit : hits) {
        if (!out.empty()) out += ", ";
        for (const char c : hit.title) {
            if (c != search::mark_begin && c != search::mark_end) out += c;
        }
    }
    return out;
}

struct SmallIndex {
    std::map<std::string, std::string> files;
    std::set<std::string> absent;
    bool gives_parts = true;
    std::vector<std::string> fetched;
    std::size_t joined_requests = 0;  // to a host that sends several parts of a file at once
    search::Engine engine;

    explicit SmallIndex(const std::vector<Document>& documents,
                        const std::string& language = "en") {
        search::KnownPostingRuns known;
        files = files_of(documents, known, language);
    }

    static std::vector<search::DocumentHead> heads_of(const std::vector<Document>& documents) {
        std::vector<search::DocumentHead> heads;
        heads.reserve(documents.size());
        for (const Document& each : documents) {
            heads.push_back(
                {each.path,
                 each.title,
                 each.date,
                 {each.category_trail.begin(), each.category_trail.end()},
                 {each.tags.begin(), each.tags.end()},
                 std::hash<std::string>()(each.title + each.headings + each.body) | 1U});
        }
        return heads;
    }

    static std::map<std::string, std::string> files_of(const std::vector<Document>& documents,
                                                       search::KnownPostingRuns& known,
                                                       const std::string& language = "en",
                                                       std::size_t* texts_wanted = nullptr) {
        search::IndexBuilder builder(language, heads_of(documents), known);
        do {
            for (std::size_t i = 0; i < documents.size(); ++i) {
                if (!builder.wants(i)) continue;
                builder.add(i, documents[i]);
                if (texts_wanted != nullptr) ++*texts_wanted;
            }
        } while (!builder.settle());
        std::map<std::string, std::string> files;
        const auto root = builder.finish(
            [&](search::IndexFile file) { files[file.name] = std::move(file.bytes); });
        if (root) files[root->name] = root->bytes;
        return files;
    }

    std::set<std::string> names(char family) const {
        std::set<std::string> found;
        for (const auto& [name, bytes] : files) {
            if (name[0] == family && name != search::root_file) found.insert(name);
        }
        return found;
    }

    // Returns a file or a part of one. Returns nothing if the host does not have the file or does
    // not support ranges.
    std::optional<std::string> read(const std::string& name) const {
        const WantedName wanted(name);
        const auto file = files.find(wanted.file);
        if (file == files.end() || absent.count(wanted.file) != 0) return std::nullopt;
        if (!wanted.is_part) return file->second;
        if (!gives_parts) return std::nullopt;
        return file->second.substr(wanted.first, wanted.size);
    }

    search::Answer ask(const search::Request& request) { return ask(request, engine); }

    search::Answer ask(const search::Request& request, search::Engine& asked) {
        search::Step step = asked.ask(request);
        while (!step.wanted.empty()) {
            std::set<std::string> together;
            for (const std::string& name : step.wanted) {
                fetched.push_back(name);
                together.insert(WantedName(name).file);
                if (const auto bytes = read(name)) {
                    asked.supply(name, *bytes);
                } else {
                    asked.miss(name);
                }
            }
            joined_requests += together.size();
            step = asked.ask(request);
        }
        return step.answer;
    }

    search::Answer ask(const std::string& query) {
        search::Request request;
        request.query = query;
        return ask(request);
    }

    std::string titles(const std::string& query) { return titles_of(ask(query).hits); }
};

}  // namespace broadsheet::tests
