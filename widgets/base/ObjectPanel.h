#pragma once

#include "widgets/base/Address.h"

#include <QWidget>

#include <memory>

namespace kube {
struct ResourceType;
}
namespace text {
class Value;
}

namespace base {

/// The selected object of a table in short, live, beside the table. It asks for nothing while it is not on screen.
class ObjectPanel : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// known: the object as the table read it, shown until the server said more; null when the table does not keep it.
    virtual void showObject(const kube::ResourceType &type, const Address &object, std::shared_ptr<const text::Value> known) = 0;
    /// Nothing is selected.
    virtual void showNothing() = 0;

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);
};

} // namespace base
