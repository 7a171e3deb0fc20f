#pragma once

#include "models/rbac/Objects.h"

#include <memory>

namespace rbac {

/// A reference that many findings share, as cheap to copy as a pointer; compared by what it names. Without an object it is the empty one.
class SharedRef
{
public:
    SharedRef() = default;
    SharedRef(ObjectRef ref) : m_ref(std::make_shared<const ObjectRef>(std::move(ref))) { }
    /// The reference inside an object, which lives as long.
    template<typename Object>
    static SharedRef of(const std::shared_ptr<const Object> &object)
    {
        SharedRef out;
        out.m_ref = std::shared_ptr<const ObjectRef>(object, &object->ref);
        return out;
    }

    const ObjectRef &get() const
    {
        static const ObjectRef none;
        return m_ref ? *m_ref : none;
    }
    const ObjectRef *operator->() const { return &get(); }
    operator const ObjectRef &() const { return get(); }
    bool isEmpty() const { return get().kind.empty(); }
    std::string text() const { return isEmpty() ? std::string() : get().text(); }

    friend bool operator==(const SharedRef &left, const SharedRef &right) { return left.m_ref == right.m_ref || left.get() == right.get(); }
    friend std::strong_ordering operator<=>(const SharedRef &left, const SharedRef &right)
    {
        return left.m_ref == right.m_ref ? std::strong_ordering::equal : left.get() <=> right.get();
    }

private:
    std::shared_ptr<const ObjectRef> m_ref;
};

} // namespace rbac
