#pragma once

#include "models/graph/Drawing.h"

#include <string>

namespace graph {

/// The colours of a drawing, as "#RRGGBB".
struct Palette
{
    std::string background;
    std::string surface;
    std::string border;
    std::string text;
    std::string secondary;
    std::string accent;
    std::string ok;
    std::string okSurface;
    std::string error;
    std::string warning;
    std::string group;
    std::string binding;
    std::string role;

    static Palette light();
    static Palette dark();

    const std::string &of(Tone tone) const;
};

} // namespace graph
