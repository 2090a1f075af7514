// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/talker.h"

#include "audio/wavfile.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::ctl {

namespace {

constexpr std::chrono::microseconds frameTime = 20ms;
constexpr std::array<float, frameSamples> silence{};

} // namespace

Talker::Talker(VoiceLink &link, Clock clock)
    : m_link(link)
    , m_clock(std::move(clock))
    , m_sender(firstVoiceIndex(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())))
{
    // A file is said as it is: there is neither echo nor hiss to be taken out of it.
    m_sender.set(Processing{false, false, false});
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Talker::speakDue);
}

Expected<void> Talker::load(const QString &path)
{
    auto file = readVoice(path);
    if (!file)
        return failure(ErrorCode::InvalidInput, file.error());
    m_file = *std::move(file);
    m_at = 0;
    m_due = m_clock(); // reading took its time
    return {};
}

Expected<void> Talker::press()
{
    if (m_file.empty())
        return failure(ErrorCode::InvalidInput, u"There is nothing to say: give a WAV file first, with talk FILE."_s);
    m_isReleased = false;
    if (isSpeaking())
        return {};
    if (isAtEnd())
        m_at = 0;
    m_sender.setTalking(true);
    m_due = m_clock();
    speakDue();
    return {};
}

void Talker::abandon()
{
    if (isSpeaking())
        stop();
}

void Talker::speakDue()
{
    const auto now = m_clock();
    if (now - m_due > mostLate)
        skipTo(now);
    while (m_due <= now && !isAtEnd()) {
        const bool isLast = m_isReleased || m_at + frameSamples >= m_file.size();
        if (isLast)
            m_sender.setTalking(false);
        speakFrame();
        if (isLast) {
            stop();
            return;
        }
    }
    if (isAtEnd()) // all that was left was skipped
        stop();
    else
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_due - now));
}

//! As a microphone goes on while nobody takes what it hears.
void Talker::skipTo(std::chrono::microseconds now)
{
    const auto frames = (now - m_due) / frameTime;
    m_due += frames * frameTime;
    m_at = std::min(m_at + static_cast<std::size_t>(frames) * frameSamples, m_file.size());
}

void Talker::speakFrame()
{
    std::array<float, frameSamples> frame{};
    const auto rest = std::span(m_file).subspan(m_at);
    std::ranges::copy(rest.first(std::min<std::size_t>(rest.size(), frameSamples)), frame.begin());
    m_at = std::min(m_at + frameSamples, m_file.size());
    m_due += frameTime;
    if (const auto packet = m_sender.process(frame, silence))
        send(*packet);
}

void Talker::send(const VoiceSender::Packet &packet)
{
    const QByteArray bytes(reinterpret_cast<const char *>(packet.bytes.data()),
                           static_cast<qsizetype>(packet.bytes.size()));
    const auto now = m_clock();
    if (m_link.send(packet.index, bytes)) {
        ++m_sent;
        m_lastSent = now;
        setTalking(true);
    } else {
        ++m_unsent;
        if (now - m_lastSent > mostLate)
            setTalking(false);
    }
}

void Talker::stop()
{
    m_timer.stop();
    m_sender.setTalking(false);
    // The way closes with a frame that is not sent, so that the next talk begins with nothing of this one in it.
    std::array<float, frameSamples> nothing{};
    m_sender.process(nothing, silence);
    m_sender.process(nothing, silence);
    setTalking(false);
    emit stopped();
}

void Talker::setTalking(bool talking)
{
    if (std::exchange(m_isTalking, talking) != talking)
        emit talkingChanged(talking);
}

} // namespace islet::ctl
