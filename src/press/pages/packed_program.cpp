#include "press/pages/packed_program.h"

#include <zlib.h>

#include <charconv>

namespace broadsheet::press {

namespace {

std::size_t number_in(std::string_view text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::vector<ProgramFile> unpack_program(std::string_view packed, std::string& bytes) {
    const auto head = packed.find('\n');
    if (head == std::string_view::npos) return {};
    bytes.resize(number_in(packed.substr(0, head)));
    packed.remove_prefix(head + 1);
    auto size = static_cast<uLongf>(bytes.size());
    uncompress(reinterpret_cast<Bytef*>(bytes.data()), &size,
               reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
    const std::string_view all = bytes;
    std::size_t begin = all.find("\n\n") + 2;
    std::vector<ProgramFile> files;
    for (std::string_view list = all.substr(0, begin - 1); !list.empty();) {
        const std::string_view line = list.substr(0, list.find('\n'));
        const auto space = line.rfind(' ');
        const std::size_t length = number_in(line.substr(space + 1));
        files.push_back({line.substr(0, space), all.substr(begin, length)});
        begin += length;
        list.remove_prefix(line.size() + 1);
    }
    return files;
}

}  // namespace broadsheet::press
