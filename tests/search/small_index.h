// A small index in memory, and the way to ask it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "search/engine.h"
#include "search/index_builder.h"

namespace broadsheet::tests {

inline search::DocumentText document(const std::string& title, const std::string& body, int day,
                                     const std::string& category = "asia") {
    search::DocumentText text;
    text.title = title;
    text.body = body;
    text.path = "/x/" + title + "/";
    text.date = model::Date{{2024 + day / 400, 1 + day / 31 % 12, 1 + day % 28}};
    text.category_trail = {{"World", "/category/world/"},
                           {category, "/category/world/" + category + "/"}};
    return text;
}

struct SmallIndex {
    std::map<std::string, std::string> files;
    std::set<std::string> absent;
    std::vector<std::string> fetched;
    search::Engine engine;

    explicit SmallIndex(const std::vector<search::DocumentText>& documents,
                        const std::string& language = "en") {
        search::IndexBuilder builder(language, documents.size());
        for (const search::DocumentText& each : documents) builder.add(each);
        for (search::IndexFile& file : builder.finish()) files[file.name] = std::move(file.bytes);
    }

    search::Answer ask(const search::Request& request) {
        search::Step step = engine.ask(request);
        while (!step.wanted.empty()) {
            for (const std::string& name : step.wanted) {
                fetched.push_back(name);
                if (files.count(name) == 0 || absent.count(name) != 0) {
                    engine.miss(name);
                } else {
                    engine.supply(name, files[name]);
                }
            }
            step = engine.ask(request);
        }
        return step.answer;
    }

    search::Answer ask(const std::string& query) {
        search::Request request;
        request.query = query;
        return ask(request);
    }

    // Titles without marks, joined.
    std::string titles(const std::string& query) {
        std::string out;
        for (const search::Hit& hit : ask(query).hits) {
            if (!out.empty()) out += ", ";
            for (const char c : hit.title) {
                if (c != search::mark_begin && c != search::mark_end) out += c;
            }
        }
        return out;
    }
};

}  // namespace broadsheet::tests
