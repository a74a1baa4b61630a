#include "search/build/index_output.h"

#include <utility>

namespace broadsheet::search {

std::string IndexOutput::add(Family family, std::string bytes) {
    std::string name = file_name(family, name_hash(bytes));
    {
        const std::lock_guard lock(mutex_);
        if (!names_.insert(name).second) return name;
    }
    write_({name, std::move(bytes)});
    return name;
}

}  // namespace broadsheet::search
