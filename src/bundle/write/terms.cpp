#include "bundle/write/terms.h"

#include "bundle/write/member_writer.h"

namespace broadsheet::bundle {

using model::TermReference;

int Terms::number(const TermReference& term) {
    const auto [found, added] =
        numbers_.try_emplace({term.path, term.name}, static_cast<int>(ordered_.size()));
    if (added) ordered_.push_back(&term);
    return found->second;
}

void Terms::write_table(strings::JsonText& out) const {
    out.key("terms");
    out.open_array();
    for (const TermReference* term : ordered_) {
        out.open_array();
        RowWriter row(out);
        stored_row(row, *term);
        out.close_array();
    }
    out.close_array();
}

}  // namespace broadsheet::bundle
