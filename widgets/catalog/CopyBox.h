#pragma once

#include <QWidget>

namespace catalog {

/// Lines for a terminal or a file, with a button that copies them.
class CopyBox final : public QWidget
{
    Q_OBJECT

public:
    explicit CopyBox(const QString &lines, QWidget *parent = nullptr);
};

} // namespace catalog
