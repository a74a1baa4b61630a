// Searches an index on disk, for benchmarks: `search_shell BUNDLE/search.HASH.json` reads queries,
// one per line. For each it prints a line with a JSON object: the results, and what was fetched for
// them: a list for each time that the engine asked.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "search/query/engine.h"
#include "search/wanted_name.h"

namespace {

std::optional<std::string> read(const std::filesystem::path& folder, const std::string& name) {
    const broadsheet::tests::WantedName wanted(name);
    std::ifstream in(folder / wanted.file, std::ios::binary);
    if (!in) return std::nullopt;
    if (!wanted.is_part) return std::string(std::istreambuf_iterator<char>(in), {});
    std::string bytes(wanted.size, ' ');
    in.seekg(static_cast<std::streamoff>(wanted.first));
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

nlohmann::json write(const std::vector<broadsheet::search::Hit>& hits) {
    nlohmann::json list = nlohmann::json::array();
    for (const auto& hit : hits) {
        list.push_back({{"path", hit.path}, {"title", hit.title}, {"excerpt", hit.excerpt}});
    }
    return list;
}

nlohmann::json answer(const std::filesystem::path& root, const std::string& query) {
    broadsheet::search::Engine engine;
    broadsheet::search::Request request;
    request.query = query;
    nlohmann::json result = {{"query", query}, {"files", nlohmann::json::array()}};
    broadsheet::search::Step step = engine.ask(request);
    while (!step.wanted.empty()) {
        result["files"].push_back(step.wanted);
        for (const std::string& name : step.wanted) {
            const bool is_root = name == broadsheet::search::root_file;
            const auto bytes = is_root ? read(root.parent_path(), root.filename().string())
                                       : read(root.parent_path() / "search", name);
            if (bytes) {
                engine.supply(name, *bytes);
            } else {
                engine.miss(name);
            }
        }
        step = engine.ask(request);
    }
    result["total"] = step.answer.total;
    result["relaxed"] = step.answer.relaxed;
    result["understood"] = step.answer.understood;
    result["hits"] = write(step.answer.hits);
    result["others"] = write(step.answer.others);
    return result;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: search_shell BUNDLE/search.HASH.json\n";
        return 2;
    }
    for (std::string query; std::getline(std::cin, query);) {
        std::cout << answer(arguments[1], query).dump() << std::endl;
    }
}
