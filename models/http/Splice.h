#pragma once

#include "models/base/Executor.h"
#include "models/http/ByteStream.h"

#include <memory>
#include <optional>

namespace http {

/// Joins a near stream, of somebody in this program, with a far one, as if they were one connection. I/O thread only.
///
/// Neither side is read faster than the other takes: each may lag behind by its room and one piece. When the far side says no more, the
/// near one hears the end after the rest; when the near side ends, all is over. A near side that takes nothing for a while ends it too,
/// because others may share the way.
class Splice
{
public:
    using Done = std::function<void(const std::optional<base::Error> &)>;

    /// done is called once, as the last thing that happens; it may destroy the splice.
    Splice(base::Executor &executor, std::chrono::milliseconds stall, Done done);
    Splice(const Splice &) = delete;
    Splice &operator=(const Splice &) = delete;

    ByteReceiver &nearReceiver() { return m_nearSide; }
    ByteReceiver &farReceiver() { return m_farSide; }

    /// Nothing of it is read before the far side is there.
    void setNear(std::unique_ptr<ByteStream> stream);
    void setFar(std::unique_ptr<ByteStream> stream);
    bool hasFar() const { return m_far != nullptr; }
    /// As if one side had ended with this error.
    void end(const std::optional<base::Error> &error);

private:
    struct NearSide final : ByteReceiver
    {
        explicit NearSide(Splice &splice) : m_splice(splice) { }
        void bytes(std::string_view chunk) override;
        void roomAgain() override;
        void ended(const base::Result<void> &result) override;
        Splice &m_splice;
    };
    struct FarSide final : ByteReceiver
    {
        explicit FarSide(Splice &splice) : m_splice(splice) { }
        void bytes(std::string_view chunk) override;
        void roomAgain() override;
        void ended(const base::Result<void> &result) override;
        Splice &m_splice;
    };

    void holdFar();

    base::Executor &m_executor;
    std::chrono::milliseconds m_stall;
    Done m_done;
    NearSide m_nearSide{*this};
    FarSide m_farSide{*this};
    base::Job m_stallTimer;
    std::unique_ptr<ByteStream> m_near;
    std::unique_ptr<ByteStream> m_far;
};

} // namespace http
