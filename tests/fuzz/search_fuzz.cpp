// Searching an index: any input gives an answer. The first line of the input is the query; the rest
// is served as every file of the index.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "search/query/engine.h"
#include "search/wanted_name.h"

namespace {

// The requested part of a file that starts with `bytes` and is padded to the size needed. Parts
// beyond 100,000 bytes are cut off, which the search must treat as an error.
std::string_view part_of(std::string_view bytes, const std::string& name) {
    static std::string file;
    const broadsheet::tests::WantedName wanted(name);
    if (!wanted.is_part) return bytes;
    constexpr std::size_t largest = 100'000;
    file = bytes;
    file.resize(std::min(wanted.first + wanted.size, largest), '!');
    return std::string_view(file).substr(std::min(wanted.first, file.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet::search;
    // A valid root file, so that the other files are read.
    static constexpr std::string_view root =
        R"(["broadsheet-search-4","en","+&&'*#","#%&!+","","!river ","!a ","0123456789",)"
        R"("000000000a000000000b000000000c","000000000a000000000b000000000c",)"
        R"("000000000d000000000e","!a !m ","00000000010000000002","World","/w/","!"])";
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view rest = bytes.substr(std::min(end + 1, bytes.size()));
    Request request;
    request.query = bytes.substr(0, end);
    request.facets = true;
    request.typing = size % 2 == 0;
    for (const std::string_view first : {root, rest}) {
        Engine engine;
        Step step = engine.ask(request);
        for (int round = 0; round < 8 && !step.wanted.empty(); ++round) {
            for (const std::string& name : step.wanted) {
                engine.supply(name, name == root_file ? first : part_of(rest, name));
            }
            step = engine.ask(request);
        }
        read_answer(write_answer(step.answer));
    }
    read_answer(bytes);
    return 0;
}
