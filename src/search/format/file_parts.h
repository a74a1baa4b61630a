// The parts of large files that have arrived, and those that an answer still needs. A part's name
// is the file's name, a space, and its first and last byte as in HTTP's Range.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

// A range of bytes of a file.
struct FilePart {
    std::string_view file;
    std::size_t begin = 0;
    std::size_t size = 0;
};

// The known parts of all large files.
class FileParts {
  public:
    static bool is_name(std::string_view name) { return name.find(' ') != std::string_view::npos; }

    // Returns false if the part was not requested or has the wrong size.
    bool supply(std::string_view name, std::string_view bytes);
    void supply_whole(std::string_view file, std::string_view bytes);
    // Marks the file as not available in parts.
    void miss(std::string_view name);
    void forget_missing() { without_parts_.clear(); }

    // Returns the bytes, or nothing. A missing part becomes wanted unless the file is not available
    // in parts, or is known as a whole and too short.
    std::string_view find(const FilePart& part);
    bool has_parts(std::string_view file) const;
    // True unless a part could not be fetched by itself.
    bool all_have_parts() const;
    bool has_whole(std::string_view file) const;

    void begin() { wanted_.clear(); }
    bool wants_some() const { return !wanted_.empty(); }
    // The names of parts wanted since `begin`. Parts that are close together are merged.
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

        // Parts begin after the bracket of the file's array.
        bool is_whole() const { return extent.begin == 0; }
    };

    static std::string name_of(const Extent& extent);
    void want(Extent extent);

    std::vector<Known> known_;
    std::vector<Extent> wanted_;
    std::vector<std::string> without_parts_;
};

}  // namespace broadsheet::search
