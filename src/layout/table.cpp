// Table layout, by the automatic algorithm of CSS 2.1 section 17.5.2.2: columns share the width
// between their minimum and their preferred widths.
#include <algorithm>

#include "layout/flow.h"

namespace broadsheet::layout {

namespace {

using page::Role;
using theme::Display;

template <typename BoxType, typename Visit>
void for_each_row(BoxType& table, const Visit& visit) {
    for (auto& part : table.children) {
        if (!part.node) continue;
        if (part.node->role == Role::table_row) visit(part);
        if (part.node->role == Role::table_head || part.node->role == Role::table_body) {
            for (auto& row : part.children) {
                if (row.node && row.node->role == Role::table_row) visit(row);
            }
        }
    }
}

std::size_t span_of(const Box& cell) {
    return cell.node && cell.node->column_span > 1
               ? static_cast<std::size_t>(cell.node->column_span)
               : 1;
}

std::size_t count_columns(const Box& table) {
    std::size_t columns = 0;
    for_each_row(table, [&](const Box& row) {
        std::size_t count = 0;
        for (const Box& cell : row.children) count += span_of(cell);
        columns = std::max(columns, count);
    });
    return columns;
}

}  // namespace

std::vector<float> Flow::column_widths(const Box& box, float available) const {
    const std::size_t columns = count_columns(box);
    std::vector<float> least(columns);
    std::vector<float> most(columns);
    if (columns == 0) return least;
    if (box.style.display == Display::even_table) {
        return std::vector<float>(columns, available / static_cast<float>(columns));
    }
    for_each_row(box, [&](const Box& row) {
        std::size_t column = 0;
        for (const Box& cell : row.children) {
            const std::size_t span = span_of(cell);
            const float share = 1.0F / static_cast<float>(span);
            const float narrow = min_content(cell) * share;
            const float wide = max_content(cell) * share;
            for (std::size_t i = 0; i < span && column < columns; ++i, ++column) {
                least[column] = std::max(least[column], narrow);
                most[column] = std::max({most[column], wide, least[column]});
            }
        }
    });
    float sum_least = 0;
    float sum_most = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        sum_least += least[i];
        sum_most += most[i];
    }
    if (sum_most <= available) return most;
    if (sum_least >= available) return least;
    const float part = (available - sum_least) / (sum_most - sum_least);
    for (std::size_t i = 0; i < columns; ++i) least[i] += (most[i] - least[i]) * part;
    return least;
}

void Flow::place_table(Box& box) {
    const std::vector<float> columns = column_widths(box, box.content.width);
    float width = 0;
    for (const float column : columns) width += column;
    box.content.width = width;
    box.rect.width = width + box.style.padding_start + box.style.padding_end;

    const auto place_row_cells = [&](Box& row) {
        float height = 0;
        float x = 0;
        std::size_t column = 0;
        for (Box& cell : row.children) {
            float cell_width = 0;
            for (std::size_t i = 0; i < span_of(cell) && column < columns.size(); ++i) {
                cell_width += columns[column++];
            }
            place(cell, cell_width);
            cell.rect.x = x;
            x += cell_width;
            height = std::max(height, cell.rect.height);
        }
        for (Box& cell : row.children) cell.rect.height = height;
        row.rect.width = row.content.width = width;
        row.rect.height = row.content.height = height;
    };

    float y = 0;
    for (Box& part : box.children) {
        part.rect.x = box.content.x;
        part.rect.y = box.content.y + y;
        const bool group = part.node && (part.node->role == Role::table_head ||
                                         part.node->role == Role::table_body);
        if (group) {
            float inside = 0;
            for (Box& row : part.children) {
                place_row_cells(row);
                row.rect.y = inside;
                inside += row.rect.height;
            }
            part.rect.width = part.content.width = width;
            part.rect.height = part.content.height = inside;
        } else if (part.node && part.node->role == Role::table_row) {
            place_row_cells(part);
        } else {
            place(part, width);
        }
        y += part.rect.height;
    }
    box.content.height = y;
}

}  // namespace broadsheet::layout
