#pragma once

#include "models/disk/Parts.h"

#include <QWidget>

namespace disk {

/// A file system as a bar of its parts, with marks where limits begin, and the words for its colours under it.
class DiskBar final : public QWidget
{
    Q_OBJECT

public:
    explicit DiskBar(QWidget *parent = nullptr);

    void show(const Disk &disk);
    using QWidget::show;
    const std::vector<Part> &parts() const { return m_parts; }
    /// Where limits begin, of the width from 0 to 1.
    const std::vector<double> &marks() const { return m_marks; }

    /// Of each part, from left to right; together the whole width. What is there is wide enough to be seen.
    std::vector<double> widths(double whole) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString legendOf(const Part &part) const;

    std::vector<Part> m_parts;
    std::vector<double> m_marks;
};

} // namespace disk
