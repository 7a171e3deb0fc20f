#include "models/http/Splice.h"

#include <utility>

namespace http {

Splice::Splice(base::Executor &executor, std::chrono::milliseconds stall, Done done)
    : m_executor(executor), m_stall(stall), m_done(std::move(done))
{
}

void Splice::setNear(std::unique_ptr<ByteStream> stream)
{
    m_near = std::move(stream);
    if (!m_far)
        m_near->pause();
}

void Splice::setFar(std::unique_ptr<ByteStream> stream)
{
    m_far = std::move(stream);
    if (m_far->hasRoom())
        m_near->resume();
}

void Splice::end(const std::optional<base::Error> &error)
{
    m_stallTimer.cancel();
    m_near.reset();
    m_far.reset();
    if (const Done done = std::exchange(m_done, {}))
        done(error);
}

void Splice::NearSide::bytes(std::string_view chunk)
{
    m_splice.m_far->write(chunk);
    if (!m_splice.m_far->hasRoom())
        m_splice.m_near->pause();
}

void Splice::NearSide::roomAgain()
{
    m_splice.m_stallTimer.cancel();
    if (m_splice.m_far)
        m_splice.m_far->resume();
}

void Splice::NearSide::ended(const base::Result<void> &)
{
    m_splice.end(std::nullopt);
}

void Splice::FarSide::bytes(std::string_view chunk)
{
    m_splice.m_near->write(chunk);
    if (!m_splice.m_near->hasRoom())
        m_splice.holdFar();
}

void Splice::holdFar()
{
    m_far->pause();
    m_stallTimer = m_executor.after(m_stall, [this] {
        end(base::makeError(base::ErrorKind::Timeout, "nothing of what came was taken for " + std::to_string(m_stall.count() / 1000) + " s"));
    });
}

void Splice::FarSide::roomAgain()
{
    m_splice.m_near->resume();
}

void Splice::FarSide::ended(const base::Result<void> &result)
{
    if (!result)
        return m_splice.end(result.error());
    m_splice.m_stallTimer.cancel();
    m_splice.m_near->endWriting();
}

} // namespace http
