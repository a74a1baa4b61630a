// The folder that an import writes to. Remembers what it wrote, so that a later import into the
// same folder changes only what differs, and never what the author changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

class ImportFolder {
  public:
    // `site` is the address of the imported site.
    ImportFolder(std::filesystem::path folder, std::string site);

    // What stands against writing there; empty if nothing does.
    std::string problem() const;

    // Marks the folder as one of imports. Called before anything is written.
    bool begin();
    // Writes a file, unless the author deleted it and the export has the same text as then. May be
    // called from several threads. Returns false if it cannot be written.
    bool write(const std::string& name, std::string_view bytes);
    // The same for a file that the author renamed: `name` is what it is called in the export, and
    // `kept` what it is called now. A new text is always written beside it.
    bool write_beside(const std::string& name, const std::string& kept, std::string_view bytes);
    // True if an earlier import wrote here.
    bool has_memory() const { return has_memory_; }
    // Files of earlier imports that this one did not write, and whether the author left one as it
    // was.
    std::vector<std::string> gone() const;
    bool is_untouched(const std::string& name) const;
    // Deletes a file of an earlier import.
    void remove(const std::string& name);
    // Writes the list of files for the next import.
    bool finish();

    std::size_t written() const { return written_; }
    std::size_t unchanged() const { return unchanged_; }
    const std::vector<std::string>& edited() const { return edited_; }
    const std::vector<std::string>& deleted() const { return deleted_; }

  private:
    std::filesystem::path folder_;
    std::string site_;
    std::string earlier_site_;
    bool has_memory_ = false;
    std::map<std::string, std::uint64_t> earlier_;  // hashes of the files of the last import
    std::map<std::string, std::uint64_t> now_;
    std::mutex mutex_;
    std::size_t written_ = 0;
    std::size_t unchanged_ = 0;
    std::vector<std::string> edited_;
    std::vector<std::string> deleted_;
};

}  // namespace broadsheet::press
