// The parts of large files that have arrived, and those that an answer still waits for. A part is
// called by the file's name, a space, and the first and last byte, as HTTP's Range takes them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

struct FilePart {
    std::string_view file;
    std::size_t begin = 0;
    std::size_t size = 0;
};

class FileParts {
  public:
    static bool is_name(std::string_view name) { return name.find(' ') != std::string_view::npos; }

    // False where it is not what was wanted, by its name and size.
    bool supply(std::string_view name, std::string_view bytes);
    void supply_whole(std::string_view file, std::string_view bytes);
    // The file has no parts from now on.
    void miss(std::string_view name);
    void forget_missing() { without_parts_.clear(); }

    // Empty where it is not there; then it is wanted, unless the file has no parts, or is there as
    // a whole, and too short.
    std::string_view find(const FilePart& part);
    bool has_parts(std::string_view file) const;
    // Whether nothing else came in the place of a part.
    bool all_have_parts() const;
    bool has_whole(std::string_view file) const;

    void begin() { wanted_.clear(); }
    bool wants_some() const { return !wanted_.empty(); }
    // Names of what was wanted since `begin`; what is near each other is one.
    std::vector<std::string> wanted() const;

  private:
    struct Extent {
        std::string file;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Known {
        Extent extent;
        std::string bytes;

        // Parts begin behind the bracket of the file's array.
        bool is_whole() const { return extent.begin == 0; }
    };

    static std::string name_of(const Extent& extent);
    void want(Extent extent);

    std::vector<Known> known_;
    std::vector<Extent> wanted_;
    std::vector<std::string> without_parts_;
};

}  // namespace broadsheet::search
