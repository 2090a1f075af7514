// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/wavtrack.h"
#include "base/error.h"
#include "identity/address.h"

#include <map>

namespace islet::ctl {

//! A folder of WAV files that are all in step: mix.wav, and one for each person who was heard.
class Recording {
public:
    static constexpr std::size_t maxPeople = 64; //!< each takes an open file, and room on the disk all the time

    //! Makes the folder if it is missing. InvalidInput, one sentence, when nothing can be written there.
    static Expected<void> prepare(const QString &folder);
    //! Begins mix.wav in a folder that is prepared; replaces what is there.
    static tl::expected<Recording, QString> begin(const QString &folder);

    //! What this person says in the step that step() ends.
    void add(const Address &person, std::span<const float> mono);
    //! Ends one step of all files; who said nothing was silent. The error is one sentence, and the end: what was
    //! written before can be played.
    tl::expected<void, QString> step(std::span<const float> stereo);
    //! Writes what waits.
    tl::expected<void, QString> finish();

    //! Somebody has no file of their own because there are `maxPeople` others.
    bool isFull() const { return m_isFull; }

private:
    struct Person {
        WavTrack track;
        bool hasSpoken = false; // in this step
    };

    Recording(QString folder, WavTrack mix);

    Person *personOf(const Address &address);
    void keep(const tl::expected<void, QString> &result);
    tl::expected<void, QString> result() const;

    QString m_folder;
    WavTrack m_mix;
    std::map<Address, Person> m_people;
    std::int64_t m_length = 0; // samples a channel, without this step
    QString m_error; // the first
    bool m_isFull = false;
};

} // namespace islet::ctl
