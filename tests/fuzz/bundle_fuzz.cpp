// Reading bundles: any input gives a value or an error message.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bundle/read/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet::bundle;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto manifest = read_manifest(bytes);
    if (manifest.value) {
        manifest.value->entry_file("/x/");
        manifest.value->list_file("/x/#0");
    }
    read_start(bytes);
    read_entries(bytes);
    read_lists(bytes);
    return 0;
}
