// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

class QSocketNotifier;
class QThread;

namespace islet::ctl {

//! Emits lines of standard input as they arrive. Truncates lines longer than 64 KiB.
class InputLines : public QObject {
    Q_OBJECT

public:
    explicit InputLines(QObject *parent = nullptr);
    ~InputLines() override;

    //! Starts reading.
    void start();

signals:
    void lineRead(const QString &line);
    void ended();

private:
    void readSome();
    void emitLines();

    QByteArray m_buffer;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QThread> m_thread; //!< Windows cannot wait for a pipe in an event loop
};

} // namespace islet::ctl
