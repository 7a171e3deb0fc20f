#pragma once

namespace base {

/// Something with a line of text that can be put on one line with what stands beside it, whatever the scripts and fonts of both.
class OnBaseline
{
public:
    virtual ~OnBaseline() = default;

    /// Where the first line stands, from the top.
    virtual int baseline() const = 0;
    /// Moves it down to there; never further up than it stands by itself.
    virtual void setBaseline(int y) = 0;
};

} // namespace base
